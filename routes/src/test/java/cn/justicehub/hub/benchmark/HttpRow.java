package cn.justicehub.hub.benchmark;

import java.io.IOException;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** What the hub's filters and security cost: an operation that does nothing, against a servlet that does nothing. */
final class HttpRow {

    private static final int CONNECTIONS = 16;
    private static final int BODIES = 256;
    private static final double TARGET = 0.4;

    private final Stand stand;
    private final Settings settings;
    private final Report report;

    HttpRow(Stand stand, Settings settings, Report report) {
        this.stand = stand;
        this.settings = settings;
        this.report = report;
    }

    void run() throws IOException {
        try (EmptyServer empty = EmptyServer.start(stand.hub().bean(TomcatServletWebServerFactory.class))) {
            Load servlet = load("empty servlet", empty.port());
            Load noop = load("no-op behind security", stand.hub().port());
            stand.warmUp(servlet, settings, new Series());
            stand.warmUp(noop, settings, new Series());
            Series ofServlet = new Series();
            Series ofNoop = new Series();
            for (int i = 0; i < settings.rounds(); i++) {
                stand.play(servlet, settings.round(), ofServlet);
                stand.play(noop, settings.round(), ofNoop);
            }
            report.series(servlet, ofServlet);
            report.series(noop, ofNoop);
            report.atLeast("no-op behind security / empty servlet", TARGET, ofNoop.perSecond() / ofServlet.perSecond());
        }
    }

    /** Both get the very same requests. */
    private Load load(String name, int port) {
        return new Load(name, port, CONNECTIONS, 200, true, first -> {
            List<String> tokens = stand.courts().tokens(stand.hub());
            return stand.courts().notices(NoopController.PATH, tokens, BODIES);
        });
    }
}
