package cn.justicehub.hub.operations;

/**
 * What an alarm says.
 *
 * @param zh for bureau staff
 * @param english for whoever runs the hub
 */
record AlarmText(String zh, String english) {

    /**
     * The text of an alarm.
     *
     * @param kind kind of the alarm
     * @param reason its short code
     */
    static AlarmText of(String kind, String reason) {
        return switch (kind) {
            case "DELIVERY_PARKED" ->
                new AlarmText(
                        "报文无法投递，已挂起（原因：" + reason + "），请重试或终止投递",
                        "a delivery is parked (" + reason + "): retry it or give it up");
            case "AGENCY_DOWN" ->
                new AlarmText(
                        "机构系统连接异常（原因：" + reason + "），投递已暂停，恢复后自动继续",
                        "an agency does not answer (" + reason + "): its deliveries wait and go on by themselves");
            case "NOT_ACKNOWLEDGED" ->
                new AlarmText(
                        "报文已送达收件箱，但机构未在期限内签收",
                        "a message lies in its receiver's inbox and is not acknowledged in time");
            case "NOT_RECEIVED" ->
                new AlarmText(
                        "有办理期限的报文至提醒时仍未送达责任机构（原因：" + reason + "），期限尚未起算，请另行通知",
                        "a message that starts a statutory time had not reached who owes it by its alarm (" + reason
                                + ")");
            case "NOT_FETCHED" ->
                new AlarmText(
                        "有办理期限的报文至提醒时仍未被责任机构领取，期限已在计算，请督促",
                        "a message that starts a statutory time still lies in the inbox of who owes it at its alarm");
            case "DEADLINE_NEAR" ->
                new AlarmText("办理期限将至（" + reason + "），请督促责任机构", "a duty is not met and its time is nearly over");
            case "DEADLINE_MISSED" ->
                new AlarmText("办理期限已过仍未办结（" + reason + "），请督办", "a duty is not met and its time is over");
            case "SEQUENCE_GAP" ->
                new AlarmText("机构报文顺序号长时间缺号，请核对是否漏发", "numbers are missing in an agency's sequence for too long");
            default -> new AlarmText("需人工处理（" + kind + "，原因：" + reason + "）", kind + " (" + reason + ")");
        };
    }
}
