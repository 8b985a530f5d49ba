package cn.justicehub.hub.benchmark;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A second Tomcat in the hub's process, made by the same factory as the hub's, with one servlet that answers 200. */
final class EmptyServer implements AutoCloseable {

    private final WebServer server;

    private EmptyServer(WebServer server) {
        this.server = server;
    }

    /** @param factory the hub's own, with all its settings; its port is 0 */
    static EmptyServer start(TomcatServletWebServerFactory factory) {
        WebServer server = factory.getWebServer(
                context -> context.addServlet("empty", new Empty()).addMapping("/*"));
        server.start();
        return new EmptyServer(server);
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stop();
        server.destroy();
    }

    private static final class Empty extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            response.setContentLength(0);
        }
    }
}
