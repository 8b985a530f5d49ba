package cn.justicehub.hub.testing;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;

/** Notices of defence in a hub under test, each of a case of its own. */
public final class Notices {

    private static final Random RANDOM = new Random();
    private static final Clock CLOCK = Clock.systemUTC();

    private Notices() {}

    /** An agency's client of a hub. */
    public static AgencyClient client(HubUnderTest hub, SandboxAgency agency) {
        return hub.bean(SandboxHome.class).client(agency, hub.uri(""), CLOCK);
    }

    /** A notice that nobody has sent yet. */
    public static Act fresh() {
        int serial = 1 + RANDOM.nextInt(900_000_000);
        return SimulatedCourt.notice(serial, Defendant.JIA, LocalDate.now(CLOCK), null);
    }

    /** A notice that the court has sent. */
    public static Accepted sent(HubUnderTest hub) throws Exception {
        return client(hub, SandboxAgency.COURT).post(fresh());
    }

    /** The case number of a notice. */
    public static String caseNo(Act notice) {
        return notice.payload().path("caseNo").stringValue();
    }
}
