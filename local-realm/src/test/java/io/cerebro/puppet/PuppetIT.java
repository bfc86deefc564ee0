package io.cerebro.puppet;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.realm.Realm;
import io.cerebro.realm.Realms;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped module, by the Puppet that Debian has. */
class PuppetIT {
    private static final String BALANCER = """
            class { 'cerebro::load_balancer':
              directory => 'ROOT/haproxy', socket => 'ROOT/admin.sock', pid_file => 'ROOT/haproxy.pid',
              listen => '10.0.0.8:9999', manage_service => false }
            """;
    private static final String QUBIT_BAMBOO = BALANCER + """
            class { 'cerebro::qubit_bamboo':
              marathons => ['http://marathon.shop.test:8080'], endpoint => 'http://lb7.shop.test:8000',
              zookeepers => ['zk7.shop.test:2181'], bind => '10.0.0.8:80', directory => 'ROOT/bamboo' }
            class { 'cerebro::realms': directory => 'ROOT/cerebro', realms => {
              prod => {
                marathon => { urls => ['http://marathon.shop.test:8080'], username => 'cerebro', password => { env => 'PATH' } },
                router => { 'qubit-bamboo' => { urls => ['http://lb7.shop.test:8000'],
                  loadBalancers => [{ name => 'lb7', socket => '10.0.0.8:9999' }] } },
                limits => { cpus => 4, instances => 100 } } } }
            """;
    private static final String CONSUL_TEMPLATE = BALANCER + """
            file { 'ROOT/units': ensure => directory }
            class { 'cerebro::consul_template':
              consul => '10.0.0.9:8500', bind => '10.0.0.8:80', directory => 'ROOT/consul-template', units => 'ROOT/units' }
            """;

    private static final int PORT = 34_175;

    @TempDir
    private Path directory;

    private Puppet puppet;

    @BeforeEach
    void prepare() throws Exception {
        puppet = new Puppet(directory);
    }

    @Test
    void everyManifestIsValid() throws Exception {
        try (Stream<Path> files = Files.walk(directory.resolve("modules"))) {
            String[] manifests = files.map(Path::toString)
                    .filter(file -> file.endsWith(".pp"))
                    .toArray(String[]::new);
            assertThat(manifests).hasSizeGreaterThan(10);
            assertThat(puppet.puppet(
                            "parser",
                            Stream.concat(Stream.of("validate"), Stream.of(manifests))
                                    .toArray(String[]::new)))
                    .isEqualTo(new Puppet.Run(0, ""));
        }
    }

    @Test
    void setsUpQubitBambooAndRealmsOnceAndHasNothingToChangeThen() throws Exception {
        assertThat(puppet.apply(QUBIT_BAMBOO)).extracting(Puppet.Run::exit).isEqualTo(2);
        assertThat(puppet.apply(QUBIT_BAMBOO)).extracting(Puppet.Run::exit).isEqualTo(0);

        assertThat(made("bamboo/haproxy_template.cfg")).isEqualTo(balanced("qubit-bamboo/haproxy_template.cfg"));
        assertThat(made("bamboo/bamboo.json"))
                .isEqualTo(localized("qubit-bamboo/bamboo.json")
                        .replace(
                                "http://marathon1.example.com:8080,http://marathon2.example.com:8080",
                                "http://marathon.shop.test:8080")
                        .replace("http://lb1.example.com:8000", "http://lb7.shop.test:8000")
                        .replace(
                                "zk1.example.com:2181,zk2.example.com:2181,zk3.example.com:2181", "zk7.shop.test:2181"))
                .doesNotContain("example.com");
        assertThat(made("haproxy/reload.sh")).isEqualTo(shipped("reload.sh"));
        assertThat(puppet.root().resolve("haproxy/reload.sh")).isExecutable();
        Realm prod = Realms.read(puppet.root().resolve("cerebro/realms.yaml"), name -> directory)
                .get("prod");
        assertThat(prod.limits().instances()).isEqualTo(100);
    }

    @Test
    void setsUpConsulTemplateOnceAndHasNothingToChangeThen() throws Exception {
        assertThat(puppet.apply(CONSUL_TEMPLATE)).extracting(Puppet.Run::exit).isEqualTo(2);
        assertThat(puppet.apply(CONSUL_TEMPLATE)).extracting(Puppet.Run::exit).isEqualTo(0);

        assertThat(made("consul-template/haproxy.ctmpl")).isEqualTo(balanced("consul-template/haproxy.ctmpl"));
        assertThat(made("consul-template/config.hcl"))
                .isEqualTo(localized("consul-template/config.hcl").replace("127.0.0.1:8500", "10.0.0.9:8500"));
        assertThat(made("units/consul-template.service"))
                .isEqualTo(localized("consul-template/consul-template.service"));
    }

    @Test
    void refusesASecretThatIsWrittenOutAndDoesNotRepeatIt() throws Exception {
        Puppet.Run run = puppet.apply("""
                class { 'cerebro::realms': directory => 'ROOT/cerebro', realms => {
                  prod => { marathon => { username => 'cerebro', password => 'hunter2' } } } }
                """);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output())
                .contains("realms.prod.marathon.password is written out: say where it is instead, {env: NAME} or"
                        + " {file: /path}")
                .doesNotContain("hunter2");
        assertThat(puppet.root().resolve("cerebro")).doesNotExist();
    }

    @Test
    void refusesWhatWouldBeAnotherLineOfTheConfiguration() throws Exception {
        Puppet.Run run = puppet.apply(BALANCER + """
                class { 'cerebro::haproxy': services => {
                  '/orders' => { port => 80, stable => ["10.0.0.1:9000\\n  http-request deny"], canary => [] } } }
                """);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output())
                .contains(
                        "Class[Cerebro::Haproxy]: parameter 'services' entry '/orders' entry 'stable' index 0 expects a"
                                + " match for Cerebro::Address");
    }

    @Test
    void aContainerAndTheAuditWriteToAFileEach() throws Exception {
        String manifest = """
                file { 'ROOT/rsyslog.d': ensure => directory }
                class { 'cerebro::rsyslog': logs => 'ROOT/log', directory => 'ROOT/rsyslog.d', address => '127.0.0.1',
                  port => %d, manage_service => false }
                """.formatted(PORT);
        assertThat(puppet.apply(manifest)).extracting(Puppet.Run::exit).isEqualTo(2);
        assertThat(puppet.apply(manifest)).extracting(Puppet.Run::exit).isEqualTo(0);
        Process rsyslogd = rsyslogd();
        try {
            await(() -> listens(rsyslogd));
            send("<30>Nov 28 12:00:00 shop.orders/4f5a1c9e2b7d[812]: order 17 is paid");
            send("<30>Nov 28 12:00:00 ../../escape/4f5a1c9e2b7d[812]: no");
            send("<133>1 2026-11-28T12:00:00.123Z ci cerebro - decision - {\"realm\":\"prod\"}");

            await(() -> Files.exists(puppet.root().resolve("log/audit.jsonl")));
            await(() -> Files.exists(puppet.root().resolve("log/apps/shop.orders.log")));
            assertThat(made("log/audit.jsonl")).isEqualTo("{\"realm\":\"prod\"}\n");
            assertThat(made("log/apps/shop.orders.log"))
                    .contains("shop.orders/4f5a1c9e2b7d[812]:", " order 17 is paid\n");
            assertThat(puppet.root().resolve("escape.log")).doesNotExist();
        } finally {
            rsyslogd.destroy();
            assertThat(rsyslogd.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Process rsyslogd() throws IOException {
        Path configuration = Files.writeString(
                directory.resolve("rsyslog.conf"), "include(file=\"" + puppet.root() + "/rsyslog.d/*.conf\")\n");
        return new ProcessBuilder(
                        "/usr/sbin/rsyslogd",
                        "-n",
                        "-f",
                        configuration.toString(),
                        "-i",
                        directory.resolve("pid").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("rsyslogd.log").toFile())
                .start();
    }

    private static void send(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), PORT));
        }
    }

    /** The same piece of configuration opens both ports, this one after the other. */
    private boolean listens(Process rsyslogd) throws IOException {
        assertThat(rsyslogd.isAlive())
                .as(Files.readString(directory.resolve("rsyslogd.log")))
                .isTrue();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("nothing has happened").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private String made(String file) throws IOException {
        return Files.readString(puppet.root().resolve(file));
    }

    private static String shipped(String file) throws IOException {
        return Files.readString(Path.of("..", "docs", "routers").resolve(file));
    }

    private String localized(String file) throws IOException {
        return shipped(file)
                .replace("/etc/haproxy", puppet.root() + "/haproxy")
                .replace("/etc/bamboo", puppet.root() + "/bamboo")
                .replace("/etc/consul-template", puppet.root() + "/consul-template")
                .replace("/run/haproxy.pid", puppet.root() + "/haproxy.pid");
    }

    /** With the lines that are marked "yours" changed, and no other. */
    private String balanced(String file) throws IOException {
        return shipped(file)
                .replace("bind *:80", "bind 10.0.0.8:80")
                .replace("/run/haproxy/admin.sock", puppet.root() + "/admin.sock")
                .replace("# stats socket ipv4@10.0.0.7:9999", "stats socket ipv4@10.0.0.8:9999");
    }
}
