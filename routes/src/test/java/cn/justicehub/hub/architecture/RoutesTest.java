package cn.justicehub.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A route reads like the sentence that describes it; the body is one typed record, not headers. */
class RoutesTest {

    private static final int MOST_LINES = 25;
    private static final Pattern CONFIGURE = Pattern.compile("void configure\\(\\) \\{\n(.*?)\n    }", Pattern.DOTALL);
    private static final Pattern FROM = Pattern.compile("(?<![A-Za-z])from\\(");

    static List<Hub.Source> routes() {
        return Hub.sources().stream()
                .filter(source -> source.text().contains("extends RouteBuilder"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void oneRouteInFewLines(Hub.Source route) {
        Matcher configure = CONFIGURE.matcher(route.text());
        assertThat(configure.find()).isTrue();
        String body = configure.group(1);

        assertThat(body.lines().count()).isLessThanOrEqualTo(MOST_LINES);
        assertThat(FROM.matcher(body).results().count()).isEqualTo(1);
        assertThat(body).as("no code of its own").doesNotContain("->");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void callersSeeTheErrorThatWasThrown(Hub.Source route) {
        assertThat(route.text()).contains("errorHandler(noErrorHandler())");
    }

    static List<Hub.Source> besidesTheEdge() {
        return Hub.sources().stream()
                .filter(source -> !source.in("problem") && !source.in("web") && !source.in("security"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("besidesTheEdge")
    void noStepReadsHeaders(Hub.Source source) {
        assertThat(source.text()).doesNotContain(".getHeader(");
    }
}
