package cn.justicehub.api.loading;

import cn.justicehub.api.definition.ExchangeType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The examples of a built-in type. */
final class Examples {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private Examples() {}

    static ExchangeType load(String type) {
        try {
            return new ExchangeTypeLoader(CLOCK).loadBuiltIn(type);
        } catch (DefinitionFaults faults) {
            throw new AssertionError(faults);
        }
    }

    static Stream<Example> of(String type, String kind, List<String> acts) {
        return Example.of(BuiltInTypes.content(type), kind, acts);
    }
}
