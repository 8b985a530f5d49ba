package cn.justicehub.hub.benchmark;

/**
 * What the loader saw in one round.
 *
 * @param count responses that were as they must be
 * @param nanos from the first request to the last response
 * @param p50 nanoseconds of a request, median
 * @param p99 nanoseconds of a request, 99th percentile
 * @param errors responses that were not as they must be, and broken connections
 * @param firstError what the first of them was; empty when there was none
 */
record Outcome(int count, long nanos, long p50, long p99, int errors, String firstError) {

    double perSecond() {
        return count * 1e9 / nanos;
    }

    String line() {
        String error = firstError.replaceAll("\\s+", " ");
        return count + "\t" + nanos + "\t" + p50 + "\t" + p99 + "\t" + errors + "\t" + error;
    }

    static Outcome of(String line) {
        String[] parts = line.split("\t", -1);
        return new Outcome(
                Integer.parseInt(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Integer.parseInt(parts[4]),
                parts[5]);
    }
}
