package io.cerebro.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.local.haproxy.HaproxyRotation;
import io.cerebro.local.haproxy.HaproxySettings;
import io.cerebro.realm.Outside;
import io.cerebro.realm.OutsideService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services outside Marathon, through a real HAProxy, with a real ZooKeeper that knows some of them. */
class OutsideIT {
    private static final String ADDRESS = "127.0.0.31";
    private static final int STATIC = 34_180;
    private static final int FOUND = 34_181;

    @Test
    void areServedAtTheirPortAndFollowedAsTheyComeAndGo(@TempDir Path directory) throws Exception {
        try (TestingServer zooKeeper = new TestingServer(true);
                CuratorFramework client =
                        CuratorFrameworkFactory.newClient(zooKeeper.getConnectString(), new RetryOneTime(50));
                Greeter database = new Greeter("database");
                Greeter one = new Greeter("one");
                Greeter two = new Greeter("two")) {
            client.start();
            URI where = URI.create("zk://" + zooKeeper.getConnectString() + "/services/legacy");
            HaproxyRotation rotation = HaproxyRotation.start(HaproxySettings.of("qa", ADDRESS, directory));
            rotation.apply(List.of());
            Outside outside = new Outside(ADDRESS, Map.of("orders-db", known(database), "legacy", found(where)));
            try (OutsideWatch watch = OutsideWatch.start(outside, Duration.ofMillis(100), rotation::applyOutside)) {
                until(() -> says(STATIC).equals("database"));
                assertThat(says(FOUND)).isEmpty();

                register(client, "1", one);
                until(() -> says(FOUND).equals("one"));
                String kept = open(FOUND, connection -> {
                    register(client, "2", two);
                    until(() -> says(FOUND).equals("two"));
                    client.delete().forPath("/services/legacy/1");
                    until(() -> IntStream.range(0, 3).allMatch(i -> greets("two")));
                    return line(connection);
                });
                assertThat(kept).as("a connection that was there before").isEqualTo("one");

                zooKeeper.stop();
                assertThat(says(FOUND)).isEqualTo("two");
                assertThat(says(STATIC)).isEqualTo("database");
            } finally {
                rotation.stop();
            }
        }
    }

    private static OutsideService known(Greeter server) {
        return new OutsideService(STATIC, OutsideService.Mode.TCP, List.of(server.address()), Optional.empty());
    }

    private static OutsideService found(URI where) {
        return new OutsideService(FOUND, OutsideService.Mode.TCP, List.of(), Optional.of(where));
    }

    private static void register(CuratorFramework client, String id, Greeter server) throws Exception {
        String json = "{\"name\":\"legacy\",\"id\":\"" + id + "\",\"address\":\"" + ADDRESS + "\",\"port\":"
                + server.port() + ",\"sslPort\":null,\"payload\":null,\"serviceType\":\"DYNAMIC\",\"enabled\":true}";
        client.create()
                .creatingParentsIfNeeded()
                .forPath("/services/legacy/" + id, json.getBytes(StandardCharsets.UTF_8));
    }

    /** What greets there; nothing where nobody does. */
    private static String says(int port) throws Exception {
        try {
            return open(port, OutsideIT::line);
        } catch (IOException nobody) {
            return "";
        }
    }

    private static boolean greets(String name) {
        try {
            return says(FOUND).equals(name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Conversation {
        String with(Socket connection) throws Exception;
    }

    private static String open(int port, Conversation conversation) throws Exception {
        try (Socket socket = new Socket(ADDRESS, port)) {
            socket.setSoTimeout(5_000);
            return conversation.with(socket);
        }
    }

    /** Asks by a line end. */
    private static String line(Socket socket) throws IOException {
        socket.getOutputStream().write('\n');
        String line =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Answers its name to a line end, over plain TCP. */
    private static final class Greeter implements AutoCloseable {
        private final ServerSocket socket;
        private final String name;

        Greeter(String name) throws IOException {
            this.name = name;
            this.socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0));
            thread(this::accept);
        }

        private static void thread(Runnable task) {
            Thread thread = new Thread(task, "greeter");
            thread.setDaemon(true);
            thread.start();
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    thread(() -> greet(connection));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void greet(Socket connection) {
            try (connection) {
                if (connection.getInputStream().read() >= 0) {
                    connection.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException gone) {
                // a check of HAProxy's, or a client that has left
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        String address() {
            return ADDRESS + ":" + port();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
