package cn.justicehub.hub.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which way the modules look (DESIGN §4). */
class ModulesTest {

    private static final String LEDGER = "cn.justicehub.ledger..";
    private static final String CONNECTORS = "cn.justicehub.connectors..";
    private static final String API = "cn.justicehub.api..";
    private static final String GENERATED = "cn\\.justicehub\\.(api\\.server|client\\.(api|model)).*";
    private static final String HUB = "cn.justicehub.hub..";

    @Test
    void allModulesAreLookedAt() {
        assertThat(Hub.CLASSES.stream().map(type -> type.getPackageName()).distinct())
                .contains(
                        "cn.justicehub.ledger.receipt",
                        "cn.justicehub.connectors.agency",
                        "cn.justicehub.api.definition",
                        "cn.justicehub.hub.commit")
                .doesNotContain("cn.justicehub.hub.architecture");
    }

    @Test
    void ledgerKnowsNoFrameworkAndNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage(LEDGER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.camel..",
                        "java.sql..",
                        "javax.sql..",
                        "tools.jackson..",
                        "com.fasterxml..",
                        "org.hyperledger..",
                        CONNECTORS,
                        API,
                        HUB)
                .check(Hub.CLASSES);
    }

    @Test
    void connectorsKnowNeitherLedgerNorHub() {
        noClasses()
                .that()
                .resideInAPackage(CONNECTORS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LEDGER, HUB)
                .check(Hub.CLASSES);
    }

    @Test
    void contractsKnowNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage(API)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LEDGER, CONNECTORS, HUB)
                .check(Hub.CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(Hub.CLASSES.getPackage("cn.justicehub").getSubpackagesInTree().stream()
                        .filter(one -> !one.getClasses().isEmpty())
                        .filter(one -> !one.getName().matches(GENERATED))
                        .filter(one -> !one.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }
}
