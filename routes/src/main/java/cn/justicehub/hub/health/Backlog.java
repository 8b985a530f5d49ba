package cn.justicehub.hub.health;

/**
 * Work that waits, as it was when last measured.
 *
 * @param queued pushes that wait for their turn or their time
 * @param leased pushes on their way
 * @param available deliveries that wait to be fetched
 * @param parked deliveries that need a person
 * @param alarms alarms that stand
 * @param oldestPushSeconds age of the oldest push that is not yet received, 0 when there is none
 */
record Backlog(long queued, long leased, long available, long parked, long alarms, long oldestPushSeconds) {

    static final Backlog NONE = new Backlog(0, 0, 0, 0, 0, 0);
}
