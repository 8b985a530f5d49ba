package cn.justicehub.hub.commit;

/** The database is behind, or beside, a head that was committed before: it was restored, or a standby took over late. */
public final class WentBack extends NotAccepting {

    private static final long serialVersionUID = 1L;

    WentBack(String detail) {
        super("the database went back in time: " + detail, "数据库状态早于已签发的树头，疑似被恢复到旧备份，已停止受理");
    }
}
