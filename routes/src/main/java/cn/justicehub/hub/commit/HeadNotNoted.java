package cn.justicehub.hub.commit;

/** The head file cannot be written: a database that goes back could not be told from this one. */
public final class HeadNotNoted extends NotAccepting {

    private static final long serialVersionUID = 1L;

    HeadNotNoted() {
        super("the head file, state/head in the data directory, cannot be written", "树头文件无法写入（磁盘可能已满），已停止受理");
    }
}
