package cn.justicehub.hub.commit;

/** This replica's real clock differs from the database's by more than 5 seconds. */
public final class ClockSkew extends NotAccepting {

    private static final long serialVersionUID = 1L;

    ClockSkew() {
        super("this replica's clock differs from the database's by more than 5 s", "本节点时钟与数据库时钟相差超过5秒，已停止受理");
    }
}
