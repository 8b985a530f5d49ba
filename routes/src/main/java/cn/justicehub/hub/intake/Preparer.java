package cn.justicehub.hub.intake;

import cn.justicehub.api.definition.BusinessKey;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.SearchKeys;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.engine.Pointers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a checked act ready for the committer. */
@Component
final class Preparer {

    private final ExchangeKeys keys;
    private final IndexKey indexKey;
    private final RecordPreparation records;
    private final Catalogue catalogue;
    private final ClockKeeper clocks;

    Preparer(ExchangeKeys keys, IndexKey indexKey, RecordPreparation records, Catalogue catalogue, ClockKeeper clocks) {
        this.keys = keys;
        this.indexKey = indexKey;
        this.records = records;
        this.catalogue = catalogue;
        this.clocks = clocks;
    }

    ActEntry prepare(Checks.Checked checked) {
        Admitted admitted = checked.admitted();
        UUID exchangeId = admitted.read().incoming().exchangeId();
        ExchangeKey key = exchangeId == null ? keys.create(UUID.randomUUID()) : keys.of(exchangeId);
        boolean opening = exchangeId == null;
        Prepared prepared = records.prepare(draft(admitted), key, opening);
        return new ActEntry(
                prepared,
                admitted.type(),
                checked.request(),
                checked.warnings(),
                opening ? keys(admitted.type(), checked.request().payload(), prepared) : null,
                catalogue,
                clocks);
    }

    /** The opening act once more, for the exchange that it would open but that is open already. */
    AgainEntry prepareAgain(Checks.Checked checked, UUID open) {
        Admitted admitted = checked.admitted();
        Prepared prepared = records.prepare(draft(admitted), keys.of(open), false);
        return new AgainEntry(
                prepared,
                admitted.type(),
                checked.request(),
                checked.warnings(),
                keys(admitted.type(), checked.request().payload(), prepared),
                catalogue,
                clocks);
    }

    private static RecordDraft draft(Admitted admitted) {
        Envelope envelope = admitted.read().envelope();
        return new RecordDraft(
                RecordDraft.Kind.MESSAGE,
                admitted.type().name(),
                admitted.type().digest(),
                admitted.act().name(),
                admitted.read().incoming().exchangeId(),
                present(envelope.messageId()),
                admitted.sender().code(),
                envelope.actor(),
                envelope.sequenceNo(),
                present(envelope.payload()),
                envelope.attachments(),
                admitted.read().incoming().bytes(),
                envelope.signature());
    }

    private Effect.Keys keys(ExchangeType type, Map<String, Object> payload, Prepared prepared) {
        Map<String, byte[]> search = new HashMap<>();
        for (String pointer : type.keys()) {
            Object value = Pointers.get(payload, pointer);
            if (value != null) {
                search.put(pointer, SearchKeys.digest(indexKey, type, pointer, String.valueOf(value)));
            }
        }
        String context = "business/" + type.name();
        String business = BusinessKey.of(type, payload);
        List<byte[]> older = indexKey.older().stream()
                .map(key -> key.digest(context, business))
                .toList();
        return new Effect.Keys(
                indexKey.digest(context, business), older, search, indexKey.version(), prepared.contentDigest());
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a checked message has all its members");
        }
        return value;
    }
}
