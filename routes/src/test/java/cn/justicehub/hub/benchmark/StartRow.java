package cn.justicehub.hub.benchmark;

import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** The packaged hub: how soon it is there again, and how much memory it takes. */
final class StartRow {

    private static final int NOTICES = 200;
    private static final double SECONDS = 8;
    private static final double MEGABYTES = 512;
    private static final Clock CLOCK = Clock.systemUTC();

    private final Path directory;
    private final Report report;
    private int serial;

    StartRow(Path directory, Report report) {
        this.directory = directory;
        this.report = report;
    }

    /** The first start makes database, keys and class archive; the second is the one that counts. */
    void run() throws IOException, InterruptedException, HubRefused {
        Path data = directory.resolve("packaged");
        SandboxHome home = SandboxHome.open(data.resolve("sandbox"), CLOCK.instant());
        try (PackagedHub first = PackagedHub.start(directory, data)) {
            AgencyClient court = firstNotice(first, home);
            report.note(String.format("packaged, first start to first accepted notice: %.1f s", first.age()));
            send(court, NOTICES);
        }
        try (PackagedHub second = PackagedHub.start(directory, data)) {
            AgencyClient court = firstNotice(second, home);
            report.atMost("packaged, second start to first accepted notice", SECONDS, second.age(), "s");
            send(court, NOTICES);
            report.atMost("packaged, resident memory after 200 notices", MEGABYTES, second.megabytes("VmRSS"), "MB");
            report.note(String.format("packaged, most resident memory so far: %.0f MB", second.megabytes("VmHWM")));
        }
    }

    private AgencyClient firstNotice(PackagedHub hub, SandboxHome home)
            throws IOException, InterruptedException, HubRefused {
        URI address = hub.awaitPort();
        AgencyClient court = home.client(SandboxAgency.COURT, address, CLOCK);
        send(court, 1);
        return court;
    }

    private void send(AgencyClient court, int count) throws IOException, InterruptedException, HubRefused {
        for (int i = 0; i < count; i++) {
            court.post(SimulatedCourt.notice(++serial, Defendant.JIA, LocalDate.now(CLOCK), null));
        }
    }
}
