package cn.justicehub.hub.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RestController;

/** Which way the packages of the hub look, and what each may touch. */
class PackagesTest {

    private static final String[] PURE = {"cn.justicehub.hub.engine..", "cn.justicehub.hub.time.."};

    /** Tables that only the committer writes, so that no state changes without a leaf. */
    private static final Pattern COMMITTED = Pattern.compile(
            "(insert into|update|delete from)\\s+(leaf|message|message_key|exchange|exchange_party|clock|head"
                    + "|sender_stream|sequence_number|business_key|search_key|active_set)\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void engineAndTimeArePure() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.camel..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..",
                        "cn.justicehub.connectors..",
                        "cn.justicehub.ledger..")
                .check(Hub.CLASSES);
    }

    /** The business clock's own default is the one place that reads the system's time. */
    @Test
    void engineAndTimeReadNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .and()
                .haveSimpleNameNotEndingWith("BusinessClock")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "it reads the time",
                        call -> readsTime(
                                call.getTargetOwner(), call.getTarget().getName())))
                .check(Hub.CLASSES);
    }

    private static boolean readsTime(JavaClass owner, String method) {
        boolean now = method.equals("now")
                && (owner.isEquivalentTo(Instant.class)
                        || owner.isEquivalentTo(LocalDate.class)
                        || owner.isEquivalentTo(LocalDateTime.class)
                        || owner.isEquivalentTo(OffsetDateTime.class)
                        || owner.isEquivalentTo(ZonedDateTime.class));
        boolean system = method.startsWith("system")
                && (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class));
        boolean millis = owner.isEquivalentTo(System.class) && method.matches("currentTimeMillis|nanoTime");
        return now || system || millis;
    }

    @Test
    void engineKnowsOnlyTimeOfTheHub() {
        noClasses()
                .that()
                .resideInAPackage("cn.justicehub.hub.engine..")
                .should()
                .dependOnClassesThat(resideInAPackage("cn.justicehub.hub..")
                        .and(DescribedPredicate.not(nameMatching("cn\\.justicehub\\.hub\\.(engine|time)\\..*"))))
                .check(Hub.CLASSES);
    }

    @Test
    void onlyTheCommitterWritesLeavesAndState() {
        assertThat(Hub.sources().stream()
                        .filter(source -> !source.in("commit"))
                        .filter(source -> COMMITTED.matcher(source.text()).find()))
                .isEmpty();
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("cn.justicehub.hub.(*)..").should().beFreeOfCycles().check(Hub.CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Autowired.class).check(Hub.CLASSES);
        noFields().should().beAnnotatedWith(Value.class).check(Hub.CLASSES);
    }

    /** The public log is not part of the API's contract, and error pages have no operation. */
    @Test
    void controllersImplementTheContract() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .and()
                .resideOutsideOfPackages("cn.justicehub.hub.publish", "cn.justicehub.hub.problem")
                .should()
                .implement(resideInAPackage("cn.justicehub.api.server").and(nameMatching(".*Api")))
                .check(Hub.CLASSES);
    }

    @Test
    void nothingPrintsButCommandLines() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "cn.justicehub.hub.cli..",
                        "cn.justicehub.hub.demo..",
                        "cn.justicehub.verifier..",
                        "cn.justicehub.api.openapi..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(Hub.CLASSES);
    }
}
