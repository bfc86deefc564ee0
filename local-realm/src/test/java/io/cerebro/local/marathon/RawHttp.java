package io.cerebro.local.marathon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HTTP by hand, because no client lets one send what was recorded, or see every byte that comes back. */
final class RawHttp {
    private final URI server;

    RawHttp(URI server) {
        this.server = server;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int status, List<Map.Entry<String, String>> headers, byte[] body) {
        Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    Answer send(String method, String path, Map<String, String> headers, String body) {
        try (Socket socket = connect()) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\n" + (headers.containsKey("Connection") ? "" : "Connection: close\r\n"));
            headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
            if (bytes.length > 0 || method.startsWith("P")) {
                head.append("Content-Length: " + bytes.length + "\r\n");
            }
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            return read(socket.getInputStream(), method.equals("HEAD"));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    static Answer readHead(InputStream in) throws IOException {
        String[] status = line(in).split(" ", 3);
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.add(Map.entry(
                    line.substring(0, colon), line.substring(colon + 1).trim()));
        }
        return new Answer(Integer.parseInt(status[1]), headers, new byte[0]);
    }

    private static Answer read(InputStream in, boolean headOnly) throws IOException {
        Answer head = readHead(in);
        byte[] body;
        if (headOnly) {
            body = new byte[0];
        } else if (head.header("Transfer-Encoding").orElse("").equals("chunked")) {
            body = chunks(in);
        } else {
            body = head.header("Content-Length").isPresent()
                    ? in.readNBytes(
                            Integer.parseInt(head.header("Content-Length").get()))
                    : in.readAllBytes();
        }
        return new Answer(head.status(), head.headers(), body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("the server hung up after '" + line + "'");
            }
            line.write(read);
        }
        return line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
    }
}
