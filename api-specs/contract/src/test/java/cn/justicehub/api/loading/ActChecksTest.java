package cn.justicehub.api.loading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acts that need concurrence, extend clocks, or set a flag by a code: what is read, and what is wrong with it. */
class ActChecksTest {

    private static final String TYPE = "type.yaml";

    private static FolderContent with(String old, String changed) {
        Map<String, byte[]> files = BuiltInTypes.content("mediation-referral").toMap();
        String text = new String(Objects.requireNonNull(files.get(TYPE)), UTF_8);
        assertThat(text).contains(old);
        files.put(TYPE, text.replace(old, changed).getBytes(UTF_8));
        return FolderContent.of(files);
    }

    @Test
    void readsWhatTheTypeSays() {
        ExchangeType type = Examples.load("mediation-referral");
        Act extend = Objects.requireNonNull(type.act("extend"));

        assertThat(extend.quorum()).isTrue();
        assertThat(extend.extension())
                .isEqualTo(new Act.Extension(Set.of("term-pre-filing", "term-ordinary", "term-summary"), "/until"));
        assertThat(type.opening().flagByCode())
                .isEqualTo(new Act.FlagByCode(
                        "/track", Map.of("PRE_FILING", "PRE_FILING", "ORDINARY", "ORDINARY", "SUMMARY", "SUMMARY")));
        assertThat(type.opening().quorum()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quorum: all | quorum: most | /acts/extend/quorum | can only be 'all'
            by: [court, organisation] | by: court | /acts/extend/quorum | at least two parties
            to: [court, organisation]~from: [CONFIRMED | to: court~from: [CONFIRMED | /acts/extend/quorum | lacks a party
            clocks: [term-pre-filing, | clocks: [term, | /acts/extend/extends | no clock 'term'
            until: /until | until: /till | /acts/extend/extends | no '/till'
            until: /until | until: /consents | /acts/extend/extends | must be a date
            until: /until | until: until | /acts/extend/extends/until | must match
            { /track: { PRE_FILING: PRE_FILING, | { /track: { | /acts/refer/flag | each needs a flag
            flag: { /track: | flag: { /route: | /acts/refer/flag | no '/route'
            SUMMARY: SUMMARY } } | SUMMARY: summary } } | /acts/refer/flag | must match
            """)
    void findsTheFault(String old, String changed, String pointer, String words) {
        FolderContent folder = with(lines(old), lines(changed));

        DefinitionFaults faults =
                catchThrowableOfType(DefinitionFaults.class, () -> new ExchangeTypeLoader(Examples.CLOCK).load(folder));

        assertThat(faults).isNotNull();
        assertThat(faults.faults()).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.message()).contains(words);
        });
    }

    private static String lines(String text) {
        return text.replace("~", "\n    ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quorum: all | | /acts/extend/quorum
            until: /until | until: /since | /acts/extend/extends
            { PRE_FILING: PRE_FILING, | { PRE_FILING: ORDINARY, | /acts/refer/flag
            by: [court, organisation] | by: [court, organisation, other] | /acts/extend/by
            """)
    void noneOfItChangesWithinAVersion(String old, String changed, String place) {
        FolderContent next = with(old, changed == null ? "" : changed);

        assertThat(AdditiveChange.faults(BuiltInTypes.content("mediation-referral"), next))
                .anyMatch(fault -> fault.startsWith("type.yaml#" + place + ":"));
    }
}
