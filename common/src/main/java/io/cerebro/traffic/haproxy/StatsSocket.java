package io.cerebro.traffic.haproxy;

import io.cerebro.http.Unreachable;
import io.cerebro.traffic.Reach;
import io.cerebro.traffic.RouterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** HAProxy's command socket. Each call is one connection; it ends within the timeout whatever the other side does. */
public final class StatsSocket {
    private static final int CHUNK = 64 * 1024;

    /** Statistics of some ten thousand servers fit. */
    private static final int LARGEST = 32 * 1024 * 1024;

    private final String owner;
    private final String where;
    private final Duration timeout;

    /**
     * @param owner whose socket it is, for messages: {@code load balancer lb1}
     * @param where a path, or host:port
     */
    public StatsSocket(String owner, String where, Duration timeout) {
        this.owner = owner;
        this.where = where;
        this.timeout = timeout;
    }

    /** Runs the commands in order and returns what each answered, without the empty line that ends an answer. */
    public List<String> ask(List<String> commands) {
        commands.forEach(StatsSocket::requireOne);
        List<String> answers = answers(exchange(String.join(";", commands) + "\n"));
        if (answers.size() < commands.size()) {
            throw new Unreachable("tried to ask " + owner + " at " + where + " to '" + commands.get(answers.size())
                    + "' but it closed the connection before it had answered; does its log say why?");
        }
        return answers;
    }

    public String ask(String command) {
        return ask(List.of(command)).get(0);
    }

    /** Gives a command that ends the connection instead of answering, such as {@code reload} on a master's socket. */
    public void tell(String command) {
        requireOne(command);
        exchange(command + "\n");
    }

    /** Whether anybody is there to answer, or may be: not where a connection is refused, or where there is no socket. */
    boolean listens() {
        try (Selector selector = Selector.open();
                SocketChannel channel = open()) {
            channel.configureBlocking(false);
            new Exchange(channel, selector, System.nanoTime() + timeout.toNanos()).connect(address());
            return true;
        } catch (IOException | UnresolvedAddressException e) {
            return !refused(e) && !absent(e);
        }
    }

    /**
     * What is asked here about a canary's reach, and where there is no answer, what that means for it.
     *
     * @param balancer its name in the realm
     */
    Reach reach(String balancer, Supplier<Reach> question) {
        try {
            return question.get();
        } catch (Unreachable silent) {
            return listens() ? Reach.unknown(balancer + ", which does not answer") : Reach.NONE;
        } catch (RouterException unclear) {
            return Reach.unknown(String.valueOf(unclear.getMessage()));
        }
    }

    private static void requireOne(String command) {
        if (command.isBlank() || command.chars().anyMatch(c -> c < ' ' || c == ';' || c == '\\' || c == '<')) {
            throw new IllegalArgumentException("'" + command + "' is not one plain HAProxy command");
        }
    }

    private static List<String> answers(String text) {
        List<String> answers = new ArrayList<>();
        StringBuilder answer = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.isEmpty()) {
                answers.add(answer.toString());
                answer.setLength(0);
            } else {
                answer.append(line).append('\n');
            }
        }
        answers.remove(answers.size() - 1); // what follows the last line end
        return answers;
    }

    private String exchange(String request) {
        try (Selector selector = Selector.open();
                SocketChannel channel = open()) {
            channel.configureBlocking(false);
            Exchange exchange = new Exchange(channel, selector, System.nanoTime() + timeout.toNanos());
            exchange.connect(address());
            exchange.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
            return exchange.readToEnd();
        } catch (IOException | UnresolvedAddressException e) {
            throw new Unreachable("tried to ask " + owner + " at " + where + " but " + reason(e), e);
        }
    }

    private boolean unix() {
        return where.startsWith("/");
    }

    private SocketChannel open() throws IOException {
        return unix() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    private SocketAddress address() {
        if (unix()) {
            return UnixDomainSocketAddress.of(where);
        }
        int colon = where.lastIndexOf(':');
        String host = where.substring(0, colon).replaceAll("[\\[\\]]", "");
        return new InetSocketAddress(host, Integer.parseInt(where.substring(colon + 1)));
    }

    private String reason(Exception e) {
        if (e instanceof SocketTimeoutException) {
            return "it did not answer within " + timeout.toMillis() + " ms; is it overloaded, or stopped?";
        }
        if (e instanceof UnresolvedAddressException) {
            return "there is no such host; check the socket's address in the realm";
        }
        if (refused(e)) {
            return "nothing listens there; is HAProxy running?";
        }
        if (absent(e)) {
            return "there is no such socket; is HAProxy running, and is this its 'stats socket'?";
        }
        if (message(e).contains("denied")) {
            return "this user may not open it; give its 'stats socket' line a mode or group that lets this user in";
        }
        if (message(e).contains("temporarily unavailable")) {
            return "more connections wait there than it takes; is it overloaded, or stopped?";
        }
        return "the connection broke: " + e.getMessage();
    }

    private static boolean refused(Exception e) {
        return e instanceof ConnectException && message(e).contains("refused");
    }

    private static boolean absent(Exception e) {
        return message(e).contains("no such file");
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    }

    /** One connection with a deadline. */
    private record Exchange(SocketChannel channel, Selector selector, long deadline) {
        void connect(SocketAddress address) throws IOException {
            if (!channel.connect(address)) {
                await(SelectionKey.OP_CONNECT);
                channel.finishConnect();
            }
        }

        void write(ByteBuffer request) throws IOException {
            while (request.hasRemaining()) {
                if (channel.write(request) == 0) {
                    await(SelectionKey.OP_WRITE);
                }
            }
            channel.shutdownOutput();
        }

        String readToEnd() throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            int read = channel.read(chunk);
            while (read >= 0) {
                if (read == 0) {
                    await(SelectionKey.OP_READ);
                } else if (System.nanoTime() > deadline) {
                    throw new SocketTimeoutException();
                }
                all.write(chunk.array(), 0, chunk.position());
                if (all.size() > LARGEST) {
                    throw new IOException("it sent more than " + LARGEST + " bytes; is it HAProxy's socket?");
                }
                read = channel.read(chunk.clear());
            }
            return all.toString(StandardCharsets.UTF_8);
        }

        private void await(int operation) throws IOException {
            channel.register(selector, operation);
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || selector.select(left) == 0) {
                throw Thread.currentThread().isInterrupted()
                        ? new IOException("interrupted while waiting")
                        : new SocketTimeoutException();
            }
            selector.selectedKeys().clear();
        }
    }
}
