package io.cerebro.bamboo;

import io.cerebro.image.TestRegistry;
import io.cerebro.local.LocalRealm;
import io.cerebro.local.haproxy.HaproxySettings;
import io.cerebro.local.marathon.BasicCredentials;
import io.cerebro.local.marathon.LocalMarathonConfig;
import io.cerebro.local.marathon.PortRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A realm on this machine, with a real registry, Docker Engine and HAProxy, which ask for a login; and a checked-out service
 * that behaves as its version says.
 */
final class Yard implements AutoCloseable {
    static final String MARATHON_PASSWORD = "mara-p4ss";
    private static final String ADDRESS = "127.0.0.77";

    private final Path directory;
    private final TestRegistry registry;
    private final LocalRealm realm;
    private final OkHttpClient client =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();

    private Yard(Path directory, TestRegistry registry, LocalRealm realm) {
        this.directory = directory;
        this.registry = registry;
        this.realm = realm;
    }

    static Yard open(Path directory) throws IOException {
        Path home = Files.createDirectories(directory.resolve("h"));
        Files.createDirectories(directory.resolve("registry"));
        TestRegistry registry = TestRegistry.withLogin(directory.resolve("registry"));
        LocalMarathonConfig marathon = LocalMarathonConfig.at(ADDRESS, home)
                .withPorts(8082, 5052)
                .withTaskPorts(new PortRange(32_200, 32_299))
                .withCredentials(new BasicCredentials("cerebro", MARATHON_PASSWORD));
        LocalRealm realm = LocalRealm.start("yard", marathon, haproxy(home.resolve("haproxy")));
        Yard yard = new Yard(directory, registry, realm);
        yard.checkOut();
        return yard;
    }

    private static HaproxySettings haproxy(Path home) {
        HaproxySettings usual = HaproxySettings.of("yard", ADDRESS, home);
        String program = Files.isExecutable(Path.of("/usr/sbin/haproxy")) ? "/usr/sbin/haproxy" : usual.binary();
        return new HaproxySettings(
                usual.realm(),
                usual.bindAddress(),
                usual.directory(),
                program,
                usual.stickyCookie(),
                usual.header(),
                usual.canaryCookie(),
                usual.statsPort());
    }

    private void checkOut() throws IOException {
        Path sources = Files.createDirectories(checkout());
        for (String name : List.of("Dockerfile", "start", "shop", "health", "marathon.yaml")) {
            try (InputStream source = Objects.requireNonNull(Yard.class.getResourceAsStream("/shop/" + name))) {
                Files.copy(source, sources.resolve(name));
            }
        }
        Files.copy(Path.of("/bin/busybox"), sources.resolve("busybox"));
        for (String program : List.of("shop", "busybox")) {
            Files.setPosixFilePermissions(sources.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    Path checkout() {
        return directory.resolve("checkout");
    }

    /** As an administrator writes it: credentials by name. */
    Path realms() throws IOException {
        Path haproxy = directory.resolve("h/haproxy");
        return Files.writeString(directory.resolve("realms.yaml"), """
                realms:
                  yard:
                    marathon: {urls: ["%s"], credentials: yard marathon, agentPort: 5052}
                    registry: {address: "%s", credentials: registry}
                    router:
                      haproxy:
                        loadBalancers: [{name: lb1, socket: %s/admin.sock, maps: %s/maps, mapFiles: %s/maps}]
                    stages:
                      isolated: {bake: 1s}
                      partial: {percent: 20, bake: 8s}
                      drain: 5s
                """.formatted(
                        realm.url(), registry.address(), haproxy, haproxy, haproxy));
    }

    /** Asks once; the version that answered, or the error. */
    String ask() {
        Request request = new Request.Builder()
                .url("http://" + ADDRESS + ":9090/cgi-bin/shop")
                .build();
        try (Response response = client.newCall(request).execute()) {
            String version = response.header("X-Version", "nobody");
            return response.isSuccessful() ? String.valueOf(version) : version + " " + response.code();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        try {
            realm.clear();
        } finally {
            registry.close();
        }
    }
}
