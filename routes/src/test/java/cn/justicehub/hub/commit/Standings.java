package cn.justicehub.hub.commit;

/** How a log may stand in tests. */
public final class Standings {

    /** All is well. */
    public static final LogStanding WELL = () -> null;

    /** The database went back. */
    public static final LogStanding WENT_BACK = () -> new WentBack("in a test");

    private Standings() {}
}
