package cn.justicehub.hub.benchmark;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.Executors;

/** A receiver that takes whatever it is sent. */
final class Sink {

    private static final int THREADS = 8;
    private static final int NO_BODY = -1;

    private Sink() {}

    /** A port that is free now. */
    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port + "/centre");
    }

    static void listen(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/centre", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(204, NO_BODY);
            }
        });
        server.start();
    }
}
