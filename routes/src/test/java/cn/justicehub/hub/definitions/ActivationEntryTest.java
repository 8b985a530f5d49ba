package cn.justicehub.hub.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.MemoryCommitter;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.SystemExchange;
import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Definitions come in force after the ones against which they were judged, or not at all. */
class ActivationEntryTest {

    private final MemoryCommitter committer = new MemoryCommitter(1_000);

    private static ActivationEntry entry(String digest, int judged) {
        RecordDraft draft = RecordDraft.ofHub(
                RecordDraft.Kind.ADMINISTRATION,
                null,
                null,
                Activation.ACT,
                SystemExchange.ID,
                UUID.randomUUID(),
                "hub",
                JsonObject.builder().build());
        ExchangeKey key = new ExchangeKey(SystemExchange.ID, new byte[16], "master-1", new byte[0]);
        return new ActivationEntry(
                new RecordPreparation(new IndexKey("index-1", new byte[32])).prepare(draft, key, false),
                List.of(digest),
                judged);
    }

    @Test
    void anActivationThatComesAfterANewerOneIsRefused() {
        ActivationEntry late = entry("late", 0);
        assertThat(committer.submit(entry("first", 0)).join()).isInstanceOf(CommitResult.Accepted.class);

        CommitResult result = committer.submit(late).join();

        assertThat(result).isInstanceOfSatisfying(CommitResult.Refused.class, refused -> {
            Refusal refusal = refused.refusal();
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.code()).isEqualTo("E-STATE");
                assertThat(violation.messageZh()).contains("第1版", "重新校核");
                assertThat(violation.message()).contains("revision 1");
            });
        });
        assertThat(committer.effects()).extracting(Effect::activates).containsExactly(List.of("first"));
    }

    @Test
    void oneThatWasJudgedAgainIsAccepted() {
        committer.submit(entry("first", 0)).join();

        assertThat(committer.submit(entry("second", 1)).join()).isInstanceOf(CommitResult.Accepted.class);
        assertThat(committer.submit(entry("ahead", 3)).join()).isInstanceOf(CommitResult.Refused.class);
        assertThat(committer.effects())
                .extracting(Effect::activates)
                .containsExactly(List.of("first"), List.of("second"));
    }
}
