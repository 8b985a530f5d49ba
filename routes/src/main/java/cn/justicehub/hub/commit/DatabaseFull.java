package cn.justicehub.hub.commit;

/** The database has no room for anything more. */
public final class DatabaseFull extends NotAccepting {

    private static final long serialVersionUID = 1L;

    DatabaseFull() {
        super("the database's disk is full", "数据库磁盘已满，已停止受理");
    }
}
