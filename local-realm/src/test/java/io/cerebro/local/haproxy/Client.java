package io.cerebro.local.haproxy;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** An HTTP client that never retries: it opens a new connection only where HTTP told it to. */
final class Client implements AutoCloseable {
    static final String BROKEN_OFF = "the answer broke off";

    private final int port;
    private final boolean keepAlive;
    private Optional<Socket> connection = Optional.empty();

    record Answer(int status, String body) {}

    Client(int port, boolean keepAlive) {
        this.port = port;
        this.keepAlive = keepAlive;
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /** @param headers whole lines, such as {@code X-Canary: orders} */
    Answer send(String method, String path, String body, String... headers) throws IOException {
        try {
            Socket socket = open();
            StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: test\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            request.append(keepAlive ? "" : "Connection: close\r\n");
            request.append("Content-Length: ")
                    .append(body.length())
                    .append("\r\n\r\n")
                    .append(body);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            return read(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket open() throws IOException {
        if (connection.isEmpty()) {
            Socket socket = new Socket(Instance.HOST, port);
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            connection = Optional.of(socket);
        }
        return connection.get();
    }

    private Answer read(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        int length = 0;
        boolean close = !keepAlive;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            close |= lower.startsWith("connection:") && lower.contains("close");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException(BROKEN_OFF);
        }
        if (close) {
            close();
        }
        return new Answer(status, new String(body, StandardCharsets.ISO_8859_1));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed without an answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (connection.isPresent()) {
            connection.get().close();
            connection = Optional.empty();
        }
    }
}
