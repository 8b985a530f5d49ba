package cn.justicehub.hub.sequence;

/**
 * Numbers that one sender left out.
 *
 * @param sender agency code
 * @param from first missing number
 * @param to last missing number
 * @param since acceptance of the number after them, epoch milliseconds
 */
record Gap(String sender, long from, long to, long since) {

    /** Stable, so that one gap is told once. */
    String alarmId() {
        return "sequence-gap/" + sender + "/" + from + "-" + to;
    }
}
