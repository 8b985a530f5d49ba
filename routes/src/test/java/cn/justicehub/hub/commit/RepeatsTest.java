package cn.justicehub.hub.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A repeat that the committer finds is known by its content, under whichever index key it came the first time. */
class RepeatsTest {

    private static final IndexKey OLD = new IndexKey("index-1", new byte[32]);
    private static final IndexKey NEW = new IndexKey("index-2", new byte[] {2}, List.of(OLD));
    private static final UUID MESSAGE = UUID.randomUUID();
    private static final UUID EXCHANGE = UUID.randomUUID();

    private static Prepared prepared(IndexKey indexKey, String text) {
        RecordDraft draft = RecordDraft.ofHub(
                RecordDraft.Kind.HUB_ACT,
                "small",
                "0",
                "act",
                EXCHANGE,
                MESSAGE,
                "hub",
                JsonObject.of("text", new JsonString(text)));
        ExchangeKeys keys = new ExchangeKeys(new JdbcTemplate(), new MasterKey("master-1", new byte[16]));
        return new RecordPreparation(indexKey).prepare(draft, keys.create(EXCHANGE), false);
    }

    private static Fold.Known first() {
        return new Fold.Known(prepared(OLD, "same").contentDigest(), new EntryId(1, 4).number());
    }

    @Test
    void the_same_content_is_a_repeat_though_the_index_key_was_changed() {
        assertThat(Repeats.of(first(), prepared(NEW, "same"))).isEqualTo(new CommitResult.Repeat(new EntryId(1, 4)));
    }

    @Test
    void other_content_is_refused() {
        assertThatThrownBy(() -> Repeats.of(first(), prepared(NEW, "other"))).isInstanceOf(Refusal.class);
    }
}
