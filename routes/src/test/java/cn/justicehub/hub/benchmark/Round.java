package cn.justicehub.hub.benchmark;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the loader is to do in one round.
 *
 * @param port where the server listens on the loopback address
 * @param connections kept alive, one request at a time on each
 * @param most how long
 * @param status what every response must have
 * @param first number of the first request of the round, for stamping
 * @param pace requests a second at most, or 0 for as many as can be
 * @param requests file of templates; used again from the start when {@code again}, else the round ends with them
 * @param spots file that takes every five-hundredth request and its response
 */
record Round(
        int port,
        int connections,
        Duration most,
        int status,
        int first,
        boolean again,
        int pace,
        Path requests,
        Path spots) {

    String line() {
        return String.join(
                "\t",
                Integer.toString(port),
                Integer.toString(connections),
                Long.toString(most.toMillis()),
                Integer.toString(status),
                Integer.toString(first),
                Boolean.toString(again),
                Integer.toString(pace),
                requests.toString(),
                spots.toString());
    }

    static Round of(String line) {
        String[] parts = line.split("\t", -1);
        return new Round(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Duration.ofMillis(Long.parseLong(parts[2])),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]),
                Boolean.parseBoolean(parts[5]),
                Integer.parseInt(parts[6]),
                Path.of(parts[7]),
                Path.of(parts[8]));
    }
}
