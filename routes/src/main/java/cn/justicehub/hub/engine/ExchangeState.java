package cn.justicehub.hub.engine;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Where an exchange stands.
 *
 * @param exchangeId its id
 * @param type name of its type
 * @param definitionDigest the definition it was opened under and keeps
 * @param state present state
 * @param flags flags such as {@code OVERDUE}; never states
 * @param parties agency code by party name, for the parties taken so far
 * @param actors pseudonym of the last actor by act name
 * @param openedAt epoch milliseconds
 * @param updatedAt epoch milliseconds
 * @param ended whether it is over
 * @param seq number of records so far
 * @param openedEntry entry number of the opening act
 * @param lastEntry entry number of its last record; meaningless while {@code seq} is 0
 * @param concurring digest of what a party has said in an act that others must do alike, by {@code act/party}
 */
public record ExchangeState(
        UUID exchangeId,
        String type,
        String definitionDigest,
        String state,
        Set<String> flags,
        Map<String, String> parties,
        Map<String, String> actors,
        long openedAt,
        long updatedAt,
        boolean ended,
        int seq,
        long openedEntry,
        long lastEntry,
        Map<String, String> concurring) {

    public ExchangeState {
        flags = Set.copyOf(flags);
        parties = Map.copyOf(parties);
        actors = Map.copyOf(actors);
        concurring = Map.copyOf(concurring);
    }

    /** An exchange in which nobody waits for another's concurrence. */
    public ExchangeState(
            UUID exchangeId,
            String type,
            String definitionDigest,
            String state,
            Set<String> flags,
            Map<String, String> parties,
            Map<String, String> actors,
            long openedAt,
            long updatedAt,
            boolean ended,
            int seq,
            long openedEntry,
            long lastEntry) {
        this(
                exchangeId,
                type,
                definitionDigest,
                state,
                flags,
                parties,
                actors,
                openedAt,
                updatedAt,
                ended,
                seq,
                openedEntry,
                lastEntry,
                Map.of());
    }

    /** Whether an agency has a place in this exchange. */
    public boolean isParty(String agency) {
        return parties.containsValue(agency);
    }

    /** The same exchange after one more record with this entry number. */
    public ExchangeState recorded(long entry, long at) {
        return new ExchangeState(
                exchangeId,
                type,
                definitionDigest,
                state,
                flags,
                parties,
                actors,
                openedAt,
                at,
                ended,
                seq + 1,
                seq == 0 ? entry : openedEntry,
                entry,
                concurring);
    }

    /** The same exchange with what an act made of it. In another state nobody waits for concurrence any more. */
    public ExchangeState with(String newState, Set<String> newFlags, Map<String, String> newParties, boolean nowEnded) {
        return new ExchangeState(
                exchangeId,
                type,
                definitionDigest,
                newState,
                newFlags,
                newParties,
                actors,
                openedAt,
                updatedAt,
                nowEnded,
                seq,
                openedEntry,
                lastEntry,
                newState.equals(state) ? concurring : Map.of());
    }

    /** The same exchange with the actor of an act noted. */
    public ExchangeState withActors(Map<String, String> newActors) {
        return new ExchangeState(
                exchangeId,
                type,
                definitionDigest,
                state,
                flags,
                parties,
                newActors,
                openedAt,
                updatedAt,
                ended,
                seq,
                openedEntry,
                lastEntry,
                concurring);
    }

    /** The same exchange with what parties have said that others must say alike. */
    public ExchangeState withConcurring(Map<String, String> newConcurring) {
        return new ExchangeState(
                exchangeId,
                type,
                definitionDigest,
                state,
                flags,
                parties,
                actors,
                openedAt,
                updatedAt,
                ended,
                seq,
                openedEntry,
                lastEntry,
                newConcurring);
    }
}
