package io.cerebro.marathon;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Sends recorded packets, as they were, to one connection after the other. */
final class FrameServer implements AutoCloseable {
    /** One connection that came in. */
    static final class Connection {
        private final Socket socket;
        private final String request;

        private Connection(Socket socket, String request) {
            this.socket = socket;
            this.request = request;
        }

        /** The request line and its headers. */
        String request() {
            return request;
        }

        Connection send(List<String> packets) throws IOException {
            OutputStream out = socket.getOutputStream();
            for (String packet : packets) {
                out.write(packet.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            return this;
        }

        /** The same, one byte in each packet. */
        void sendSingly(List<String> packets) throws IOException {
            for (byte single : String.join("", packets).getBytes(StandardCharsets.UTF_8)) {
                socket.getOutputStream().write(single);
                socket.getOutputStream().flush();
            }
        }

        void end() throws IOException {
            socket.close();
        }

        /** Whether the other side has gone. */
        boolean left() throws IOException {
            socket.setSoTimeout(5_000);
            return socket.getInputStream().read() == -1;
        }
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

    FrameServer() throws IOException {
        Thread thread = new Thread(this::accept, "frame server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    Connection next() throws InterruptedException {
        Connection connection = connections.poll(30, TimeUnit.SECONDS);
        if (connection == null) {
            throw new AssertionError("nobody connected within 30 s");
        }
        return connection;
    }

    boolean idle() {
        return connections.isEmpty();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                connections.add(new Connection(socket, head(socket.getInputStream())));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Connection connection : connections) {
            connection.end();
        }
    }
}
