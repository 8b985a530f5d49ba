package cn.justicehub.hub.commit;

/** This replica may not accept anything now; says why, for operators. */
public abstract sealed class NotAccepting extends RuntimeException
        permits WentBack, ClockSkew, NotDurable, HeadNotNoted, DatabaseFull {

    private static final long serialVersionUID = 1L;

    private final String messageZh;

    NotAccepting(String message, String messageZh) {
        super(message, null, false, false);
        this.messageZh = messageZh;
    }

    public String messageZh() {
        return messageZh;
    }
}
