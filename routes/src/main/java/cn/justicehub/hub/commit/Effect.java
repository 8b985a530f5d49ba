package cn.justicehub.hub.commit;

import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted entry changes.
 *
 * @param exchange the exchange after it
 * @param warnings codes for the record and the receipt
 * @param receivers agencies that get the message, with how they get it
 * @param clocks clocks that it starts or changes
 * @param delivery the delivery it moves, or null
 * @param alarm the alarm it raises or clears, or null
 * @param opens business and search keys of a new exchange, or those of what an open one's opener says instead, or null
 * @param activates digests of the definitions that are in force from now on, or null
 */
public record Effect(
        ExchangeState exchange,
        List<String> warnings,
        Map<String, DeliveryState.Mode> receivers,
        List<ClockState> clocks,
        @Nullable DeliveryState delivery,
        @Nullable AlarmChange alarm,
        @Nullable Keys opens,
        @Nullable List<String> activates) {

    public Effect {
        warnings = List.copyOf(warnings);
        receivers = Map.copyOf(receivers);
        clocks = List.copyOf(clocks);
    }

    /** An effect on nothing but the exchange's own count of records. */
    public static Effect onlyRecorded(ExchangeState exchange) {
        return new Effect(exchange, List.of(), Map.of(), List.of(), null, null, null, null);
    }

    /**
     * By what an exchange is found again.
     *
     * @param businessKey digest of its business key, under the index key in use
     * @param olderBusinessKeys its digests under older index keys: nothing may be open under them either
     * @param searchKeys digests by pointer
     * @param indexKey name of the key the digests were made with
     * @param content digest of what its opener says of it
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Keys(
            byte[] businessKey,
            List<byte[]> olderBusinessKeys,
            Map<String, byte[]> searchKeys,
            String indexKey,
            byte[] content) {

        public Keys {
            olderBusinessKeys = List.copyOf(olderBusinessKeys);
            searchKeys = Map.copyOf(searchKeys);
        }

        /** The same exchange, of which its opener now says something else. */
        Keys saying(byte[] newContent) {
            return new Keys(businessKey, olderBusinessKeys, searchKeys, indexKey, newContent);
        }

        /** Under every index key, the one in use first. */
        public List<byte[]> businessKeys() {
            return Stream.concat(Stream.of(businessKey), olderBusinessKeys.stream())
                    .toList();
        }

        /** As {@link #businessKeys()}, of a type. */
        public List<BusinessKey> businessKeys(String type) {
            return businessKeys().stream()
                    .map(digest -> new BusinessKey(type, digest))
                    .toList();
        }
    }

    /**
     * An alarm raised, or cleared when {@code reason} is null.
     *
     * @param alarmId stable id, such as {@code parked/1-7-firm-01}
     * @param kind kind of alarm
     * @param agency the agency concerned, or null
     * @param deliveryId the delivery concerned, or null
     * @param reason short code, or null to clear
     */
    public record AlarmChange(
            String alarmId,
            String kind,
            @Nullable String agency,
            @Nullable String deliveryId,
            @Nullable String reason) {}
}
