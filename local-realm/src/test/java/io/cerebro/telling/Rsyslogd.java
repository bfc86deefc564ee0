package io.cerebro.telling;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.realm.AuditSettings.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** A real rsyslogd that listens in all three ways, and writes down a line for each message. */
final class Rsyslogd {
    private final Path directory;
    private final int plain;
    private final int secured;
    private @Nullable Process process;

    /** @param address that its certificate is for */
    Rsyslogd(Path directory, String address) throws IOException {
        this.directory = directory;
        this.plain = free();
        this.secured = free();
        HeldCertificate ca = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("test")
                .rsa2048()
                .build();
        HeldCertificate own = new HeldCertificate.Builder()
                .signedBy(ca)
                .addSubjectAlternativeName(address)
                .rsa2048()
                .build();
        Files.writeString(ca(), ca.certificatePem());
        Files.writeString(directory.resolve("cert.pem"), own.certificatePem());
        Files.writeString(directory.resolve("key.pem"), own.privateKeyPkcs8Pem());
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Path ca() {
        return directory.resolve("ca.pem");
    }

    int port(Transport transport) {
        return transport == Transport.TLS ? secured : plain;
    }

    void start() throws IOException {
        Path config =
                Files.writeString(directory.resolve("rsyslog.conf"), """
                global(workDirectory="DIRECTORY" defaultNetstreamDriverCAFile="DIRECTORY/ca.pem"
                  defaultNetstreamDriverCertFile="DIRECTORY/cert.pem" defaultNetstreamDriverKeyFile="DIRECTORY/key.pem")
                module(load="imudp")
                module(load="imtcp")
                input(type="imudp" address="127.0.0.1" port="PLAIN")
                input(type="imtcp" address="127.0.0.1" port="PLAIN")
                input(type="imtcp" address="127.0.0.1" port="SECURED" streamDriver.name="gtls" streamDriver.mode="1"
                  streamDriver.authMode="anon")
                template(name="line" type="string" string="%syslogfacility-text% %syslogseverity-text% %app-name% %procid% \
                %msgid% %structured-data% %timestamp:::date-rfc3339% %msg%\\n")
                if $app-name == "cerebro" then action(type="omfile" file="DIRECTORY/received" template="line")
                """.replace("DIRECTORY", directory.toString())
                        .replace("PLAIN", Integer.toString(plain))
                        .replace("SECURED", Integer.toString(secured)));
        process = new ProcessBuilder(
                        "/usr/sbin/rsyslogd",
                        "-n",
                        "-f",
                        config.toString(),
                        "-i",
                        directory.resolve("pid").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        await(() -> listens(plain) && listens(secured));
    }

    void stop() throws InterruptedException {
        Process running = process;
        process = null;
        if (running != null) {
            running.destroy();
            assertThat(running.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private boolean listens(int port) {
        if (!Objects.requireNonNull(process).isAlive()) {
            throw new AssertionError("rsyslogd has ended: " + read("log"));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Once there are so many. */
    List<String> received(int lines) {
        await(() -> read("received").size() >= lines);
        return read("received");
    }

    private List<String> read(String file) {
        try {
            Path there = directory.resolve(file);
            return Files.exists(there) ? Files.readAllLines(there) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void await(BooleanSupplier so) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("nothing has happened").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
