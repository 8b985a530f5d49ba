package cn.justicehub.hub.commit;

/** The database would acknowledge what it has not made durable: it was told so after the hub had started. */
public final class NotDurable extends NotAccepting {

    private static final long serialVersionUID = 1L;

    NotDurable() {
        super("the database runs with fsync or synchronous_commit off", "数据库已关闭持久化写入设置，已停止受理");
    }
}
