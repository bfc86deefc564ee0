package io.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RealmsTest {
    private static final String FULL = """
            realms:
              prod:
                marathon:
                  urls: [http://m1.example.com:8080, 'https://m2.example.com/marathon/']
                  username: cerebro
                  password: {env: CEREBRO_TEST_PASSWORD}
                  agentPort: 5052
                registry: {address: registry.example.com, username: ci, password: {file: secrets/registry}}
                router:
                  haproxy:
                    canaryHeader: X-Try
                    loadBalancers:
                      - {name: lb1, socket: /run/haproxy/admin.sock, maps: /etc/haproxy/maps, mapFiles: maps}
                      - {name: lb2, socket: '10.0.0.7:9999', maps: /etc/haproxy/maps}
                limits: {cpus: 4, mem: 4096, instances: 100}
                variables: {DOMAIN: example.com, REPLICAS: 3, VERSION: 1.10}
                stages:
                  isolated: {bake: 90s}
                  partial: {percent: 12.5, bake: 5m, hold: 2h}
                  drain: 500ms
                canary: {instances: 2}
                timeouts: {healthy: 10m, router: 45s}
                gate: {maxErrorRate: 2.5 %, minErrors: 9, minRequests: 1000, onNotEnoughData: rollback, tolerance: 2,
                       falseAlarms: 0.2 %, acceptedRatio: 4, acceptedErrorRate: 0.3 %,
                       latencyTolerance: 1.25, latencyAcceptedRatio: 2, latencyQuantile: 99 %, latencyWarmUp: 2m,
                       taskFailures: 5, killedForMemory: 2, checks: 'http://shop/orders https://shop:8443/a?b=c'}
            """;

    @TempDir
    Path directory;

    @Test
    void readsARealmWithEverything() throws IOException {
        Realm prod = read(FULL).get("prod");
        assertThat(prod.marathon().urls())
                .containsExactly(
                        URI.create("http://m1.example.com:8080"), URI.create("https://m2.example.com/marathon"));
        assertThat(prod.marathon().login())
                .contains(new Login.Password("cerebro", Secret.env("CEREBRO_TEST_PASSWORD")));
        assertThat(prod.marathon().agentPort()).isEqualTo(5052);
        assertThat(prod.registry())
                .contains(new Registry(
                        "registry.example.com",
                        Optional.of(new Login.Password("ci", Secret.file(directory.resolve("secrets/registry"))))));
        assertThat(prod.router())
                .contains(new HaproxyAccess(
                        "X-Try",
                        List.of(
                                new HaproxyAccess.Balancer(
                                        "lb1",
                                        "/run/haproxy/admin.sock",
                                        "/etc/haproxy/maps",
                                        Optional.of(directory.resolve("maps"))),
                                new HaproxyAccess.Balancer(
                                        "lb2", "10.0.0.7:9999", "/etc/haproxy/maps", Optional.empty()))));
        assertThat(prod.limits()).isEqualTo(new Limits(4, 4096, 100));
        assertThat(prod.variables()).isEqualTo(Map.of("DOMAIN", "example.com", "REPLICAS", "3", "VERSION", "1.10"));
        assertThat(prod.stages())
                .isEqualTo(new Stages(
                        new Stages.Isolated(Duration.ofSeconds(90)),
                        new Stages.Partial(12.5, Duration.ofMinutes(5), Duration.ofHours(2)),
                        Duration.ofMillis(500)));
        assertThat(prod.canary().instances()).contains(2);
        assertThat(prod.timeouts()).isEqualTo(new Timeouts(Duration.ofMinutes(10), Duration.ofSeconds(45)));
        assertThat(prod.gate())
                .isEqualTo(new GateSettings(
                        0.025,
                        9,
                        1000,
                        GateSettings.NotEnoughData.ROLLBACK,
                        2,
                        0.002,
                        4,
                        0.003,
                        new LatencySettings(1.25, 2, 0.99, Duration.ofMinutes(2)),
                        new TaskSettings(5, 2),
                        List.of(URI.create("http://shop/orders"), URI.create("https://shop:8443/a?b=c"))));
        assertThat(prod.local()).isEmpty();
    }

    @Test
    void needsNoMoreThanLocal() throws IOException {
        Realm qa = read("realms: {qa: {local: {}}}").get("qa");
        Path home = Path.of("/state/qa");
        assertThat(qa)
                .isEqualTo(new Realm(
                        "qa",
                        new MarathonAccess(List.of(URI.create("http://127.0.0.1:18080")), Optional.empty(), 5051),
                        Optional.of(new Registry("127.0.0.1:5000", Optional.empty())),
                        Optional.of(HaproxyAccess.local(home.resolve("haproxy"))),
                        Limits.NONE,
                        Map.of(),
                        Stages.DEFAULT,
                        new CanarySettings(Optional.empty()),
                        Timeouts.DEFAULT,
                        GateSettings.DEFAULT,
                        Additions.NONE,
                        LockPolicy.WAIT,
                        Optional.of(new LocalRealmSettings(
                                "127.0.0.1",
                                18_080,
                                5051,
                                new LocalRealmSettings.Ports(31_000, 32_000),
                                Optional.empty(),
                                Optional.empty(),
                                "haproxy",
                                home)),
                        Audience.NOBODY,
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
        assertThat(read("realms:\n  qa:\n    local:\n").get("qa")).isEqualTo(qa);
    }

    @Test
    void readsWhatARealmAddsToEveryApp() throws IOException {
        Realm qa = read("""
                        realms:
                          qa:
                            local: {}
                            locks: fail
                            environment: {REGION: eu-west-1, PORTS: 8080, DB_PASSWORD: {file: secrets/db}}
                            syslog: {address: "tcp+tls://[::1]:6514", facility: local7, tag: "{{.ImageName}}/{{.ID}}"}
                        """).get("qa");
        assertThat(qa.locks()).isEqualTo(LockPolicy.FAIL);
        assertThat(qa.additions())
                .isEqualTo(new Additions(
                        Map.of("REGION", "eu-west-1", "PORTS", "8080"),
                        Map.of("DB_PASSWORD", Secret.file(directory.resolve("secrets/db"))),
                        Optional.of(new Syslog(
                                "tcp+tls://[::1]:6514",
                                Optional.of("local7"),
                                Optional.of("{{.ImageName}}/{{.ID}}")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "environment: {MY-VAR: 1}|27: realms.qa.environment.MY-VAR is not a variable's name: it has letters, digits and"
                        + " '_', such as DOMAIN",
                "environment: {A: {value: x}}|23: realms.qa.environment.A.value is not known here. Allowed: env, file",
                "environment: {A: [x]}|22: realms.qa.environment.A must be text, but is a list",
                "syslog: {tag: x}|13: realms.qa.syslog.address is missing, such as udp://logs.example.com:514",
                "syslog: {address: 'logs:514'}|13: realms.qa.syslog: a syslog address is like udp://logs.example.com:514, with"
                        + " udp, tcp, tcp+tls or unix, unlike 'logs:514'",
                "syslog: {address: 'udp://l', facility: mine}|13: realms.qa.syslog: a syslog facility is one of Docker's, such"
                        + " as daemon or local7, unlike 'mine'",
                "syslog: {address: 'udp://l', tag: 'a b'}|13: realms.qa.syslog: a syslog tag has letters, digits and ._/:{}-,"
                        + " such as {{.ImageName}}/{{.ID}}, unlike 'a b'",
                "locks: force|12: realms.qa.locks must be one of wait, fail, but is 'force'",
            })
    void refusesAdditionsThatAreNone(String line, String message) {
        assertThatThrownBy(() -> read("realms:\n  qa:\n    local: {}\n    " + line + "\n"))
                .isInstanceOf(RealmsException.class)
                .message()
                .endsWith("realms.yaml:4:" + message);
    }

    @Test
    void readsQubitBamboo() throws IOException {
        assertThat(router("qubit-bamboo: {urls: ['http://lb1:8000', 'http://lb2:8000'], canaryHeader: X-Try,"
                        + " loadBalancers: [{name: lb1, socket: '10.0.0.7:9999'}]}"))
                .contains(new QubitBambooAccess(
                        "X-Try",
                        List.of(URI.create("http://lb1:8000"), URI.create("http://lb2:8000")),
                        List.of(new RenderedHaproxy("lb1", "10.0.0.7:9999"))));
    }

    @Test
    void readsConsulTemplate() throws IOException {
        assertThat(router("consul-template: {urls: ['http://consul:8500'], token: {env: CONSUL_TOKEN},"
                        + " loadBalancers: [{name: lb1, socket: /run/haproxy/admin.sock}]}"))
                .contains(new ConsulTemplateAccess(
                        "X-Canary",
                        List.of(URI.create("http://consul:8500")),
                        Optional.of(Secret.env("CONSUL_TOKEN")),
                        List.of(new RenderedHaproxy("lb1", "/run/haproxy/admin.sock"))));
    }

    @Test
    void readsMarathonLb() throws IOException {
        assertThat(router("marathon-lb: {loadBalancers: [{name: lb1, socket: '10.0.0.7:9999'}]}"))
                .contains(new MarathonLbAccess("X-Canary", List.of(new RenderedHaproxy("lb1", "10.0.0.7:9999"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "marathon-lb: {loadBalancers: []}|a router needs at least one load balancer",
                "qubit-bamboo: {urls: ['ftp://lb1'], loadBalancers: []}|a URL is like http://lb1.example.com:8000, without"
                        + " user name and password",
                "consul-template: {urls: ['http://me:secret@c']}|a URL is like http://lb1.example.com:8000, without user name"
                        + " and password",
                "qubit-bamboo: {urls: ['http://lb1'], loadBalancers: []}|a router needs at least one load balancer",
                "qubit-bamboo: {urls: ['http://lb1'], loadBalancers: [{name: lb1, socket: x y}]}|'x y' is not a stats socket,"
                        + " such as /run/haproxy/admin.sock or 10.0.0.7:9999",
                "{haproxy: {}, qubit-bamboo: {}}|has several routers: give it one of them",
            })
    void refusesARouterThatItCannotUse(String router, String why) {
        assertThatThrownBy(() -> router(router))
                .isInstanceOf(RealmsException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret");
    }

    private Optional<RouterAccess> router(String router) throws IOException {
        return read("realms: {qa: {marathon: {urls: [http://m]}, router: "
                        + (router.startsWith("{") ? router : "{" + router + "}") + "}}")
                .get("qa")
                .router();
    }

    @Test
    void findsALocalRealmWhereItIsToListen() throws IOException {
        Realm qa =
                read("realms: {qa: {local: {address: 127.0.0.2, marathonPort: 8081, agentPort: 5061, ports: 31000-31099}}}")
                        .get("qa");
        assertThat(qa.marathon().urls()).containsExactly(URI.create("http://127.0.0.2:8081"));
        assertThat(qa.marathon().agentPort()).isEqualTo(5061);
        assertThat(qa.local().orElseThrow().ports()).hasToString("31000-31099");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "marathn: {}|5: realms.qa.marathn is not known here; did you mean 'marathon'? Allowed: audit, canary, chronos,"
                        + " environment, gate, limits, local, locks, marathon, mesos, newRelic, outside, registry, router, stages, syslog,"
                        + " timeouts, variables, webhook",
                "limits: {cpu: 1}|14: realms.qa.limits.cpu is not known here; did you mean 'cpus'? Allowed: cpus, instances, mem",
                "limits: {cpus: lots}|20: realms.qa.limits.cpus must be a number from 0.001 to 100000, but is 'lots'",
                "limits: {instances: 0}|25: realms.qa.limits.instances must be a whole number from 1 to 100000, but is '0'",
                "limits: {instances: 1.5}|25: realms.qa.limits.instances must be a whole number from 1 to 100000, but is '1.5'",
                "limits: 7|13: realms.qa.limits must be an object with keys, but is '7'",
                "timeouts: {healthy: 30}|25: realms.qa.timeouts.healthy must be a duration such as 500ms, 30s, 5m or 1h, but is"
                        + " '30'",
                "stages: {partial: {percent: 101}}|33: realms.qa.stages.partial.percent must be a number from 0.01 to 100, but is"
                        + " '101'",
                "stages: {partial: {bake: 2h, hold: 1h}}|23: realms.qa.stages.partial: the partial stage is held at least as"
                        + " long as it bakes, but hold is 3600 s and bake is 7200 s",
                "gate: {maxErrorRate: 5}|26: realms.qa.gate.maxErrorRate must be a percentage from 0 % to 100 %, such as 5 %,"
                        + " but is '5'",
                "gate: {onNotEnoughData: wait}|29: realms.qa.gate.onNotEnoughData must be one of hold, promote, rollback, but is"
                        + " 'wait'",
                "variables: {MY-VAR: 1}|25: realms.qa.variables.MY-VAR is not a variable's name: it has letters, digits and '_',"
                        + " such as DOMAIN",
                "registry: {}|15: realms.qa.registry.address is missing, such as 127.0.0.1:5000",
                "registry: {address: 'http://r'}|15: realms.qa.registry: a registry's address is its host and port, such as"
                        + " 127.0.0.1:5000, not 'http://r'",
                "registry: {address: r, username: ci}|15: realms.qa.registry.password is missing, such as {env: PASSWORD} or"
                        + " {file: /run/secrets/password}",
                "registry: {address: r, username: ci, password: hunter2}|52: realms.qa.registry.password is written out in this"
                        + " file: say where it is instead, {env: NAME} or {file: /path}",
                "marathon: {urls: ['zk://z1:2181,z2']}|23: realms.qa.marathon.urls[0]: a zk:// URL is like"
                        + " zk://zk1:2181,zk2:2181,zk3/marathon, not 'zk://z1:2181,z2'",
                "marathon: {urls: ['zk://u:hunter2@z1/marathon']}|23: realms.qa.marathon.urls[0]: a zk:// URL holds no user"
                        + " name and password: Cerebro reads what Marathon tells everybody",
                "marathon: {urls: ['zk://z1/marathon', 'http://m']}|15: realms.qa.marathon: a zk:// URL stands alone: every"
                        + " Marathon that registers there is found",
                "marathon: {urls: ['ftp://m']}|23: realms.qa.marathon.urls[0]: a Marathon's URL is like"
                        + " http://marathon.example.com:8080, not 'ftp://m'",
                "marathon: {urls: ['http://u:hunter2@m:8080']}|23: realms.qa.marathon.urls[0]: a Marathon's URL holds no user"
                        + " name and password: give them as username and password",
                "marathon: {urls: []}|15: realms.qa.marathon: a realm needs the URL of at least one Marathon",
                "marathon: {urls: http://m}|22: realms.qa.marathon.urls must be a list, but is 'http://m'",
                "marathon: {urls: ['http://m'], token: {env: T}, username: u, password: {env: P}}|15: realms.qa.marathon has a"
                        + " token and a password: give it one of them",
                "router: {haproxy: {loadBalancers: [{name: lb1, socket: admin.sock, maps: /m}]}}|40:"
                        + " realms.qa.router.haproxy.loadBalancers[0]: 'admin.sock' is not a stats socket, such as"
                        + " /run/haproxy/admin.sock or 10.0.0.7:9999",
                "router: {haproxy: {loadBalancers: [{name: lb1}]}}|40: realms.qa.router.haproxy.loadBalancers[0].socket is"
                        + " missing, such as /run/haproxy/admin.sock",
            })
    void namesThePlaceAndWhatIsAllowed(String setting, String message) {
        assertThatThrownBy(() -> read("realms:\n  qa:\n    local: {}\n    " + setting + "\n"))
                .isInstanceOf(RealmsException.class)
                .hasMessage(directory.resolve("realms.yaml") + ":4:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "realms: {qa: {}}|:1:14: realms.qa.marathon is missing, such as {urls: [http://marathon.example.com:8080]}; or"
                        + " give it a local realm, local: {}",
                "realms: {}|:1:9: realms has no realm, such as {qa: {local: {}}}",
                "other: {}|:1:1: other is not known here. Allowed: realms",
                "realms: {QA: {local: {}}}|:1:14: realms.QA is not a realm's name: it has up to 32 lower-case letters, digits and"
                        + " '-', such as qa",
                "realms: {qa: {local: {}}, qa: {}}|:1:27: realms.qa is here for the second time; the first is in line 1",
                "realms: {qa: {local: {address: localhost}}}|:1:22: realms.qa.local: 'localhost' is not an IPv4 address, such as"
                        + " 127.0.0.2",
                "realms: {qa: {local: {ports: 32000-31000}}}|:1:30: realms.qa.local.ports: '32000-31000' is not a range of"
                        + " ports, such as 31000-32000",
                "realms: {qa: &x {local: {}}, prod: *x}|:1:14: realms.qa uses an anchor (&) or an alias (*): write the value out"
                        + " instead",
                "realms: {qa: [}|:1:15: this is not YAML: expected the node content, but found '}'",
                "realms: {a: {local: {}}, b: {local: {}}}|: the local realms a and b both have the address 127.0.0.1: give each"
                        + " its own in local.address, such as 127.0.0.2 and 127.0.0.3",
            })
    void refusesAFileThatIsNoRealms(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(RealmsException.class)
                .hasMessage(directory.resolve("realms.yaml") + message);
    }

    @Test
    void pointsAtTheLineOfASyntaxError() {
        assertThatThrownBy(() -> read("realms:\n  qa:\n    local: {}\n   limits: {}\n"))
                .hasMessage(directory.resolve("realms.yaml")
                        + ":4:4: this is not YAML: expected <block end>, but found '<block mapping start>'");
    }

    @Test
    void saysThatThereIsNoFileOrNothingInIt() throws IOException {
        assertThatThrownBy(() -> read("# nothing\n")).hasMessage(directory.resolve("realms.yaml") + " is empty");
        Files.delete(directory.resolve("realms.yaml"));
        Path file = directory.resolve("realms.yaml");
        assertThatThrownBy(() -> Realms.read(file, name -> directory)).hasMessage("there is no file " + file);
    }

    @Test
    void guessesWhichRealmIsMeant() throws IOException {
        Realms realms = read("realms: {prod: {local: {address: 127.0.0.3}}, qa: {local: {}}}");
        assertThatThrownBy(() -> realms.get("prd"))
                .isInstanceOf(RealmsException.class)
                .hasMessage("there is no realm 'prd' in " + directory.resolve("realms.yaml")
                        + "; did you mean 'prod'? It has: prod, qa");
        assertThatThrownBy(() -> realms.get("staging"))
                .hasMessage(
                        "there is no realm 'staging' in " + directory.resolve("realms.yaml") + ". It has: prod, qa");
        assertThat(realms.all()).extracting(Realm::name).containsExactly("prod", "qa");
    }

    private Realms read(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("realms.yaml"), text);
        return Realms.read(file, name -> Path.of("/state").resolve(name));
    }

    @Test
    void takesLoginsByNameFromABuildServer() {
        Realms realms = Realms.read(
                "realms.yaml",
                "realms: {qa: {marathon: {urls: ['http://m:8080'], credentials: qa marathon}}}",
                new Realms.Surroundings(
                        Path.of("/"),
                        Path::of,
                        (realm, name) -> new Login.Password(realm + " of " + name, Secret.of("s3cret"))));

        assertThat(realms.get("qa").marathon().login())
                .contains(new Login.Password("qa of qa marathon", Secret.of("s3cret")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "credentials: qa|credentials are what a build server keeps: give username and password here",
                "credentials: qa, username: ann, password: {env: P}|realms.qa.marathon has credentials, and a user name or"
                        + " password, too: give it one of them",
                "credentials: qa, token: {env: T}|realms.qa.marathon has credentials and a token: give it one of them",
            })
    void saysWhatIsWrongWithCredentials(String given, String message) {
        assertThatThrownBy(() -> Realms.read(
                        "realms.yaml",
                        "realms: {qa: {marathon: {urls: ['http://m:8080'], " + given + "}}}",
                        new Realms.Surroundings(Path.of("/"), Path::of, Keyring.none())))
                .isInstanceOf(RealmsException.class)
                .hasMessageEndingWith(message);
    }

    @Test
    void readsWhereDecisionsAreWrittenDown() throws IOException {
        Realms realms = read("""
                realms:
                  qa: {local: {}, audit: {file: audit.jsonl, syslog: {host: log1, transport: tls, facility: local3, ca: ca.pem}}}
                  dev: {local: {address: 127.0.0.2}, audit: {syslog: {host: "::1", port: 5514}}}
                  none: {local: {address: 127.0.0.3}}
                """);

        assertThat(realms.get("qa").audience().audit())
                .isEqualTo(new AuditSettings(
                        Optional.of(directory.resolve("audit.jsonl")),
                        Optional.of(new AuditSettings.Syslog(
                                "log1",
                                6514,
                                AuditSettings.Transport.TLS,
                                AuditSettings.Facility.LOCAL3,
                                Optional.of(directory.resolve("ca.pem"))))));
        assertThat(realms.get("dev").audience().audit())
                .isEqualTo(new AuditSettings(
                        Optional.empty(),
                        Optional.of(new AuditSettings.Syslog(
                                "::1",
                                5514,
                                AuditSettings.Transport.UDP,
                                AuditSettings.Facility.LOCAL0,
                                Optional.empty()))));
        assertThat(realms.get("none").audience()).isEqualTo(Audience.NOBODY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{transport: carrier}|realms.qa.audit.syslog.host is missing, such as syslog.example.com",
                "{host: log1, transport: carrier}|realms.qa.audit.syslog.transport must be one of udp, tcp, tls, but is 'carrier'",
                "{host: log1, ca: ca.pem}|realms.qa.audit.syslog: ca is for transport tls",
                "{host: a b}|realms.qa.audit.syslog: host must be a name or an address, such as syslog.example.com, but is 'a b'",
            })
    void refusesASyslogThatIsNone(String syslog, String why) {
        assertThatThrownBy(() -> read("realms:\n  qa: {local: {}, audit: {syslog: " + syslog + "}}\n"))
                .hasMessageEndingWith(why);
    }

    @Test
    void readsNewRelicAndAWebhookByTheirSecrets() throws IOException {
        Realms realms = read("""
                realms:
                  qa: {local: {}, newRelic: {key: {env: NR}, application: "shop {service}"}, webhook: {url: {file: hook}}}
                """);

        assertThat(realms.get("qa").audience())
                .isEqualTo(Audience.NOBODY
                        .and(new NewRelicSettings(NewRelicSettings.NERDGRAPH, Secret.env("NR"), "shop {service}"))
                        .andWebhook(Secret.file(directory.resolve("hook"))));
    }

    @Test
    void takesAnyLoginThatABuildServerKeepsButForARegistry() {
        Login token = new Login.Token(Secret.of("t0p"));
        Realms.Surroundings surroundings =
                new Realms.Surroundings(directory, directory::resolve, (realm, name) -> token);
        String realm = "realms: {qa: {marathon: {urls: ['http://m1'], credentials: x}, newRelic: {credentials: y}%s}}";

        Realm qa = Realms.read("realms.yaml", realm.formatted(""), surroundings).get("qa");

        assertThat(qa.marathon().login()).contains(token);
        assertThat(qa.audience().newRelic().orElseThrow().key()).isEqualTo(Secret.of("t0p"));
        assertThatThrownBy(() -> Realms.read(
                        "realms.yaml",
                        realm.formatted(", registry: {address: 'r:5000', credentials: x}"),
                        surroundings))
                .isInstanceOf(RealmsException.class)
                .hasMessageEndingWith("realms.qa.registry has credentials that are no username with password");
    }

    @Test
    void readsThemByTheNamesOfLoginsThatABuildServerKeeps() {
        Keyring keyring = (realm, name) -> new Login.Password("nobody", Secret.of(realm + " " + name));
        Realms realms = Realms.read(
                "realms.yaml",
                "realms: {qa: {local: {}, newRelic: {credentials: new relic, url: 'https://nr.example.com/graphql'}, webhook:"
                        + " {credentials: chat}}}",
                new Realms.Surroundings(directory, directory::resolve, keyring));

        assertThat(realms.get("qa").audience())
                .isEqualTo(Audience.NOBODY
                        .and(new NewRelicSettings(
                                URI.create("https://nr.example.com/graphql"), Secret.of("qa new relic"), "{service}"))
                        .andWebhook(Secret.of("qa chat")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "newRelic: {}|realms.qa.newRelic.key is missing, such as {env: NEW_RELIC_KEY} or {file:"
                        + " /run/secrets/new-relic}",
                "newRelic: {key: NRAK-1}|realms.qa.newRelic.key is written out in this file: say where it is instead, {env:"
                        + " NAME} or {file: /path}",
                "newRelic: {key: {env: NR}, credentials: nr}|realms.qa.newRelic has credentials, and a key, too: give it one of"
                        + " them",
                "webhook: {url: https://chat/s3cr3t}|realms.qa.webhook.url is written out in this file: say where it is"
                        + " instead, {env: NAME} or {file: /path}",
            })
    void refusesASecretThatIsNone(String audience, String why) {
        assertThatThrownBy(() -> read("realms:\n  qa: {local: {}, " + audience + "}\n"))
                .hasMessageEndingWith(why)
                .hasMessageNotContainingAny("NRAK", "s3cr3t");
    }

    @Test
    void readsHowItsMesosMastersKnowIt() throws IOException {
        assertThat(read("""
                realms:
                  qa: {local: {}, mesos: {urls: ['https://m1:5050'], token: {env: MESOS}, ca: mesos.pem}}
                """).get("qa").mesos())
                .contains(new MesosAccess(
                        List.of(URI.create("https://m1:5050")),
                        Optional.of(new Login.Token(Secret.env("MESOS"))),
                        Optional.of(directory.resolve("mesos.pem")),
                        MesosAccess.Policy.WARN));
        assertThatThrownBy(() -> read("realms:\n  qa: {local: {}, mesos: {username: cerebro, password: s3cr3t}}\n"))
                .hasMessageEndingWith("realms.qa.mesos.password is written out in this file: say where it is instead,"
                        + " {env: NAME} or {file: /path}")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void readsItsMesosMasters() throws IOException {
        Realms realms = read("""
                realms:
                  qa: {local: {}, mesos: {urls: ['http://m1:5050', 'http://m2:5050'], capacity: refuse}}
                  dev: {local: {address: 127.0.0.2, agentPort: 5055}, mesos: {capacity: warn}}
                """);

        assertThat(realms.get("qa").mesos())
                .contains(new MesosAccess(
                        List.of(URI.create("http://m1:5050"), URI.create("http://m2:5050")),
                        MesosAccess.Policy.REFUSE));
        assertThat(realms.get("dev").mesos())
                .contains(new MesosAccess(List.of(URI.create("http://127.0.0.2:5055")), MesosAccess.Policy.WARN));
    }
}
