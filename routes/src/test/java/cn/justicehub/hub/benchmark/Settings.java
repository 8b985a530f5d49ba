package cn.justicehub.hub.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run is told, by system properties {@code benchmark.*}.
 *
 * @param rounds rounds of each thing that is measured
 * @param round how long each takes
 * @param warmUp how long each thing is done before the first round
 * @param signed messages that are signed before each round of signed ones; the round ends when they are used up
 * @param rows which of {@code http}, {@code accept}, {@code delivery}, {@code growth}, {@code start} are measured
 * @param profile where a flight recording of the accept rounds goes, or null for none
 */
record Settings(
        int rounds,
        Duration round,
        Duration warmUp,
        int signed,
        Set<String> rows,
        @Nullable Path profile) {

    static Settings ofSystem() {
        String profile = System.getProperty("benchmark.profile", "");
        return new Settings(
                Integer.getInteger("benchmark.rounds", 5),
                Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 5)),
                Duration.ofSeconds(Integer.getInteger("benchmark.warmup", 45)),
                Integer.getInteger("benchmark.signed", 2_000),
                Set.of(System.getProperty("benchmark.rows", "http,accept,flood,delivery,growth,start")
                        .split(",")),
                profile.isEmpty() ? null : Path.of(profile).toAbsolutePath());
    }
}
