package cn.justicehub.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.ledger.merkle.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @Test
    void originsAndEntryIdsAreWrittenAndReadBack() {
        LogOrigin origin = new LogOrigin("hub.sandbox.invalid", 12);
        assertThat(origin.text(TreeHash.SHA256)).isEqualTo("hub.sandbox.invalid/log/12");
        assertThat(origin.text(TreeHash.SM3)).isEqualTo("hub.sandbox.invalid/log/12/sm3");
        for (TreeHash hash : TreeHash.values()) {
            assertThat(LogOrigin.parse(origin.text(hash), hash)).contains(origin);
        }
        assertThat(LogOrigin.parse(origin.text(TreeHash.SHA256), TreeHash.SM3)).isEmpty();
        assertThat(LogOrigin.parse(origin.text(TreeHash.SM3), TreeHash.SHA256)).isEmpty();
        assertThat(EntryId.parse("3-0")).contains(new EntryId(3, 0));
        assertThat(new EntryId(3, 0).text()).isEqualTo("3-0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "x/log/0",
                "x/log/01",
                "x/log/",
                "/log/1",
                "x y/log/1",
                "x+y/log/1",
                "x/log/1/",
                "x/log/99999999999999999999"
            })
    void otherOriginsAreRefused(String text) {
        assertThat(LogOrigin.parse(text, TreeHash.SHA256)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-", "-1", "0-1", "01-1", "1-01", "1--1", "1-1-1", " 1-1", "a-1"})
    void otherEntryIdsAreRefused(String text) {
        assertThat(EntryId.parse(text)).isEmpty();
    }
}
