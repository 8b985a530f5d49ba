package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import cn.justicehub.ledger.proof.TlogProof;
import cn.justicehub.ledger.record.Leaf;
import cn.justicehub.ledger.record.SealedRecord;
import java.util.List;

/**
 * The hub's proof that a message is durable. Its bytes never change.
 *
 * @param entryId see {@link EntryId}
 * @param acceptedAt epoch milliseconds
 * @param durability for example {@code single-node}
 * @param warnings codes of what was noted without refusing; empty when none
 * @param opening see {@link cn.justicehub.ledger.record.Opening}
 * @param proof tlog-proof text under SHA-256
 * @param proofSm3 its twin under SM3
 */
public record Receipt(
        String entryId,
        String exchangeId,
        long acceptedAt,
        String durability,
        List<String> warnings,
        Leaf leaf,
        JsonObject opening,
        String proof,
        String proofSm3) {

    /** Copies the list. */
    public Receipt {
        warnings = List.copyOf(warnings);
    }

    /**
     * The receipt of a sealed record, whose {@code exchangeId}, {@code acceptedAt}, {@code durability} and, when there
     * are any, {@code warnings} it repeats.
     *
     * @throws IllegalArgumentException when the record lacks one of the first three
     */
    public static Receipt of(EntryId entryId, SealedRecord sealed, TlogProof proof, TlogProof proofSm3) {
        JsonObject record = sealed.record();
        String exchangeId = record.string(Names.EXCHANGE_ID);
        Long acceptedAt = record.number(Names.ACCEPTED_AT);
        String durability = record.string(Names.DURABILITY);
        if (exchangeId == null || acceptedAt == null || durability == null) {
            throw new IllegalArgumentException("the record lacks exchangeId, acceptedAt or durability");
        }
        return new Receipt(
                entryId.text(),
                exchangeId,
                acceptedAt,
                durability,
                Names.strings(record.get(Names.WARNINGS)).orElse(List.of()),
                sealed.leaf(acceptedAt),
                sealed.opening(),
                proof.format(),
                proofSm3.format());
    }

    /** The receipt's bytes for ever: JCS of its nine members. */
    public byte[] bytes() {
        return Jcs.encode(toJson());
    }

    /** The receipt as a JSON object. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put(Names.ENTRY_ID, entryId)
                .put(Names.EXCHANGE_ID, exchangeId)
                .put(Names.ACCEPTED_AT, acceptedAt)
                .put(Names.DURABILITY, durability)
                .put(
                        Names.WARNINGS,
                        new JsonArray(
                                warnings.stream().<Json>map(JsonString::new).toList()))
                .put(Names.LEAF, leaf.toJson())
                .put(Names.OPENING, opening)
                .put(Names.PROOF, proof)
                .put(Names.PROOF_SM3, proofSm3)
                .build();
    }

    /**
     * Reads a receipt: its nine members, each of its type, and no other. Spacing and order do not matter here; the
     * verifier asks for the exact bytes.
     */
    public static Receipt parse(byte[] bytes) throws ReceiptFault {
        return ReceiptReader.read(bytes);
    }
}
