package cn.justicehub.hub.commit;

import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An entry whose meaning a test gives. */
record TestEntry(Prepared prepared, Meaning meaning) implements Entry {

    interface Meaning {
        Effect decide(GroupView view, long at);
    }

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        return meaning.decide(view, at);
    }

    /** Opens an exchange of a court with a centre that fetches. */
    static TestEntry opens(Prepared prepared) {
        return new TestEntry(prepared, (view, at) -> opening(prepared.exchangeId(), at, List.of()));
    }

    static Effect opening(UUID exchangeId, long at, List<String> warnings) {
        ExchangeState state = new ExchangeState(
                exchangeId,
                "small",
                "0".repeat(64),
                "ASKED",
                Set.of(),
                Map.of("asker", "court-01", "doer", "centre-01"),
                Map.of(),
                at,
                at,
                false,
                0,
                0,
                0);
        return new Effect(state, warnings, Map.of("centre-01", Mode.PULL), List.of(), null, null, null, null);
    }

    /** Opens an exchange that no other with this key may be open beside. */
    static TestEntry opens(Prepared prepared, byte[] businessKey) {
        Effect.Keys keys = new Effect.Keys(businessKey, List.of(), Map.of(), "v1", prepared.contentDigest());
        return new TestEntry(prepared, (view, at) -> {
            Effect effect = opening(prepared.exchangeId(), at, List.of());
            return new Effect(effect.exchange(), List.of(), effect.receivers(), List.of(), null, null, keys, null);
        });
    }

    /** Ends an exchange. */
    static TestEntry ends(Prepared prepared) {
        return new TestEntry(prepared, (view, at) -> {
            ExchangeState before = moved(view, prepared, "ENDED");
            return Effect.onlyRecorded(before.with("ENDED", before.flags(), before.parties(), true));
        });
    }

    /** Moves an exchange that must be there to a state. */
    static TestEntry moves(Prepared prepared, String into) {
        return new TestEntry(prepared, (view, at) -> Effect.onlyRecorded(moved(view, prepared, into)));
    }

    private static ExchangeState moved(GroupView view, Prepared prepared, String into) {
        ExchangeState before = view.exchange(prepared.exchangeId());
        if (before == null) {
            throw Refusal.notFound();
        }
        return before.with(into, before.flags(), before.parties(), false);
    }

    static TestEntry refused(Prepared prepared) {
        return new TestEntry(prepared, (view, at) -> {
            throw Refusal.of(422, "E-STATE", "", "不行", "no");
        });
    }
}
