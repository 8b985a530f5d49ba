package cn.justicehub.connectors.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP server for answers that no proper HTTP server gives. */
final class RawServer implements AutoCloseable {

    interface Conversation {
        void with(Socket socket) throws Exception;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    RawServer(Conversation conversation) throws IOException {
        Thread thread = new Thread(() -> accept(conversation));
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(Conversation conversation) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread thread = new Thread(() -> converse(conversation, socket));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void converse(Conversation conversation, Socket socket) {
        try (socket) {
            conversation.with(socket);
        } catch (Exception hungUp) {
            // the other side closed the connection, which is what these tests are about
        }
    }

    int connections() {
        return sockets.size();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
