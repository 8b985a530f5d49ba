package cn.justicehub.hub.benchmark;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A second Tomcat in the hub's process, set up by the same customizers as the hub's, with one servlet that answers 200. */
final class EmptyServer implements AutoCloseable {

    private final WebServer server;

    private EmptyServer(WebServer server) {
        this.server = server;
    }

    /** @param beans the hub's: their post-processors put the hub's server settings into the new server */
    static EmptyServer start(AutowireCapableBeanFactory beans) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
        beans.initializeBean(factory, "emptyServer");
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
