package io.jenkins.plugins.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.Additions;
import io.cerebro.realm.Audience;
import io.cerebro.realm.AuditSettings;
import io.cerebro.realm.CanarySettings;
import io.cerebro.realm.ChronosAccess;
import io.cerebro.realm.ConsulTemplateAccess;
import io.cerebro.realm.GateSettings;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.realm.HttpAccess;
import io.cerebro.realm.JsonAccess;
import io.cerebro.realm.LatencySettings;
import io.cerebro.realm.Limits;
import io.cerebro.realm.LockPolicy;
import io.cerebro.realm.Login;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.MarathonLbAccess;
import io.cerebro.realm.MesosAccess;
import io.cerebro.realm.NewRelicAccess;
import io.cerebro.realm.NewRelicSettings;
import io.cerebro.realm.Outside;
import io.cerebro.realm.OutsideService;
import io.cerebro.realm.PrometheusAccess;
import io.cerebro.realm.QubitBambooAccess;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import io.cerebro.realm.Registry;
import io.cerebro.realm.RenderedHaproxy;
import io.cerebro.realm.Secret;
import io.cerebro.realm.Stages;
import io.cerebro.realm.Syslog;
import io.cerebro.realm.TaskSettings;
import io.cerebro.realm.Timeouts;
import io.cerebro.release.RealmConnection;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RealmReaderTest {
    @Test
    void makesARealmOfAllThatIsConfigured() {
        RealmConfiguration prod = everything();

        Realm realm = read(
                prod,
                new Some.Purse(Map.of(
                        "marathon-prod", Some.password("marathon-prod", "cerebro", "hunter2"),
                        "registry-ci", Some.password("registry-ci", "ci", "hunter3"))));

        assertThat(realm)
                .isEqualTo(new Realm(
                        "prod",
                        new MarathonAccess(
                                List.of(URI.create("http://m1:8080"), URI.create("http://m2:8080")),
                                Optional.of(new Login.Password("cerebro", Secret.of("hunter2"))),
                                Optional.of(Path.of("/etc/ssl/ca.pem")),
                                5052),
                        Optional.of(new Registry(
                                "registry:5000", Optional.of(new Login.Password("ci", Secret.of("hunter3"))))),
                        Optional.of(new HaproxyAccess(
                                "X-Try",
                                List.of(new HaproxyAccess.Balancer(
                                        "lb1", "lb1:9999", "/etc/haproxy/maps", Optional.of(Path.of("/mnt/maps")))))),
                        new Limits(0.5, 4096, 100),
                        Map.of("DOMAIN", "example.com"),
                        new Stages(
                                new Stages.Isolated(Duration.ofSeconds(20)),
                                new Stages.Partial(12.5, Duration.ofMinutes(2), Duration.ofHours(2)),
                                Duration.ofSeconds(40)),
                        new CanarySettings(Optional.of(2)),
                        new Timeouts(Duration.ofMinutes(10), Duration.ofSeconds(45)),
                        new GateSettings(
                                0.02,
                                7,
                                200,
                                GateSettings.NotEnoughData.ROLLBACK,
                                2,
                                0.01,
                                5,
                                0.005,
                                new LatencySettings(2.5, 4, 0.99, Duration.ofMinutes(2)),
                                new TaskSettings(5, 2),
                                List.of(URI.create("http://shop/orders/health"), URI.create("https://shop/cart"))),
                        new Additions(
                                Map.of("REGION", "eu"),
                                Map.of(),
                                Optional.of(
                                        new Syslog("udp://logs:514", Optional.of("local7"), Optional.of("{{.Name}}")))),
                        LockPolicy.FAIL,
                        Optional.empty(),
                        Audience.NOBODY,
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void takesSourcesAsARealmsYamlHasThem() {
        RealmConfiguration qa = Some.realm("qa");
        qa.setSources("""
                - json: {url: 'http://stats/${name}', requests: /total, errors: /failed, credentials: stats}
                """);

        JsonAccess json =
                (JsonAccess) read(qa, new Some.Purse(Map.of("stats", Some.password("stats", "me", "hunter2"))))
                        .sources()
                        .get(0);
        assertThat(json.server())
                .isEqualTo(new HttpAccess(
                        URI.create("http://stats"),
                        Optional.of(new Login.Password("me", Secret.of("hunter2"))),
                        Optional.empty()));
        JsonAccess without = (JsonAccess) read(qa, Some.nothing()).sources().get(0);
        assertThatThrownBy(() -> without.server().credentials())
                .isInstanceOf(RealmsException.class)
                .hasMessage("shop/orders has no credentials 'stats': add them at Manage Jenkins, Credentials, or to the"
                        + " job's folder, as username with password, secret text or certificate");
        qa.setSources("- json: {}");
        assertThatThrownBy(() -> read(qa, Some.nothing()))
                .isInstanceOf(RealmsException.class)
                .hasMessage("realm qa, sources:1:9: [0].json.url is missing, such as"
                        + " http://stats.example.com/apps/${name}");
    }

    @Test
    void sendsASourceTheSecretTextOfItsCredentialsAsAToken() {
        RealmConfiguration qa = Some.realm("qa");
        qa.setSources("""
                - prometheus:
                    url: http://prometheus
                    credentials: prometheus-token
                    requests: r{app="${app}"}
                    errors: e{app="${app}"}
                - newRelic: {account: 1, credentials: new-relic, where: "app = '${app}'"}
                """);
        qa.setChronos("{urls: ['http://chronos1:4400'], credentials: prometheus-token}");

        Realm realm = read(
                qa, new Some.Purse(Map.of("prometheus-token", Some.token("t0p"), "new-relic", Some.token("NRAK-1"))));
        Optional<Login> token = Optional.of(new Login.Token(Secret.of("t0p")));
        assertThat(((PrometheusAccess) realm.sources().get(0)).server())
                .isEqualTo(new HttpAccess(URI.create("http://prometheus"), token, Optional.empty()));
        assertThat(((NewRelicAccess) realm.sources().get(1)).key()).isEqualTo(Secret.of("NRAK-1"));
        assertThat(realm.chronos().orElseThrow().login()).isEqualTo(token);
        assertThat(realm.toString()).doesNotContain("t0p", "NRAK");
    }

    @Test
    void refusesACertificateWhereASecretIsAllThatIsSent() throws Exception {
        RealmConfiguration qa = Some.realm("qa");
        qa.setSources("- newRelic: {account: 1, credentials: new-relic, where: \"app = '${app}'\"}");

        KeyStore store = KeyStore.getInstance("PKCS12");
        assertThatThrownBy(() -> read(qa, new Some.Purse(Map.of("new-relic", Some.certificate(store, "hunter2")))))
                .isInstanceOf(RealmsException.class)
                .hasMessage("realm qa, sources:1:13: [0].newRelic has credentials that are neither a secret text nor a"
                        + " username with password");
    }

    @Test
    void takesServicesOutsideMarathonAsARealmsYamlHasThem() {
        RealmConfiguration qa = Some.realm("qa");
        qa.setOutside("{host: router, services: {orders-db: {port: 15432, servers: ['10.0.0.5:5432']}}}");

        assertThat(read(qa, Some.nothing()).additions().outside())
                .isEqualTo(new Outside(
                        "router",
                        Map.of(
                                "orders-db",
                                new OutsideService(
                                        15_432, OutsideService.Mode.TCP, List.of("10.0.0.5:5432"), Optional.empty()))));
        qa.setOutside("{host: router, services: {orders-db: {port: 15432}}}");
        assertThatThrownBy(() -> read(qa, Some.nothing()))
                .isInstanceOf(RealmsException.class)
                .hasMessage("realm qa, outside:1:38: services.orders-db: it has either servers, such as"
                        + " [10.0.0.5:5432], or a zookeeper, such as zk://zk1:2181/services/orders-db");
    }

    @Test
    void takesAChronosAsARealmsYamlHasIt() {
        RealmConfiguration qa = Some.realm("qa");
        qa.setChronos("{urls: ['http://chronos1:4400', 'http://chronos2:4400'], credentials: jobs}");

        assertThat(read(qa, new Some.Purse(Map.of("jobs", Some.password("jobs", "me", "hunter2"))))
                        .chronos())
                .hasValue(new ChronosAccess(
                        List.of(URI.create("http://chronos1:4400"), URI.create("http://chronos2:4400")),
                        Optional.of(new Login.Password("me", Secret.of("hunter2"))),
                        Optional.empty()));
        ChronosAccess without = read(qa, Some.nothing()).chronos().orElseThrow();
        assertThatThrownBy(without::credentials)
                .isInstanceOf(RealmsException.class)
                .hasMessage("shop/orders has no credentials 'jobs': add them at Manage Jenkins, Credentials, or to the"
                        + " job's folder, as username with password, secret text or certificate");
        qa.setChronos("url: http://chronos1:4400");
        assertThatThrownBy(() -> read(qa, Some.nothing()))
                .isInstanceOf(RealmsException.class)
                .hasMessage("realm qa, chronos:1:1: url is not known here; did you mean 'urls'? Allowed: ca,"
                        + " certificate, credentials, password, token, urls, username");
    }

    @Test
    void takesAnAudit() {
        RealmConfiguration qa = Some.realm("qa");
        AuditConfiguration audit = new AuditConfiguration();
        audit.setFile("/var/log/qa.jsonl");
        audit.setHost("log1");
        audit.setTransport("tls");
        audit.setFacility("local3");
        audit.setCa("/etc/ssl/ca.pem");
        qa.setAudit(audit);

        assertThat(read(qa, Some.nothing()).audience())
                .isEqualTo(Audience.NOBODY.and(new AuditSettings(
                        Optional.of(Path.of("/var/log/qa.jsonl")),
                        Optional.of(new AuditSettings.Syslog(
                                "log1",
                                6514,
                                AuditSettings.Transport.TLS,
                                AuditSettings.Facility.LOCAL3,
                                Optional.of(Path.of("/etc/ssl/ca.pem")))))));
        audit.setPort("0");
        assertThatThrownBy(() -> read(qa, Some.nothing()))
                .hasMessage("realm qa, audit: port must be a port from 1 to 65535, but is '0'");
    }

    @Test
    void takesMesosMasters() {
        RealmConfiguration qa = Some.realm("qa");
        MesosConfiguration mesos = new MesosConfiguration();
        mesos.setUrls(List.of("http://mesos1:5050\n http://mesos2:5050 \n"));
        mesos.setCapacity("refuse");
        qa.setMesos(mesos);

        assertThat(read(qa, Some.nothing()).mesos())
                .contains(new MesosAccess(
                        List.of(URI.create("http://mesos1:5050"), URI.create("http://mesos2:5050")),
                        MesosAccess.Policy.REFUSE));
        mesos.setCredentialsId("mesos-prod");
        mesos.setCa("/etc/ssl/ca.pem");
        assertThat(read(qa, new Some.Purse(Map.of("mesos-prod", Some.password("mesos-prod", "me", "hunter2"))))
                        .mesos())
                .contains(new MesosAccess(
                        List.of(URI.create("http://mesos1:5050"), URI.create("http://mesos2:5050")),
                        Optional.of(new Login.Password("me", Secret.of("hunter2"))),
                        Optional.of(Path.of("/etc/ssl/ca.pem")),
                        MesosAccess.Policy.REFUSE));
        mesos.setCa(null);
        MesosAccess without = read(qa, Some.nothing()).mesos().orElseThrow();
        assertThatThrownBy(without::credentials)
                .isInstanceOf(RealmsException.class)
                .hasMessage(
                        "shop/orders has no credentials 'mesos-prod': add them at Manage Jenkins, Credentials, or to"
                                + " the job's folder, as username with password, secret text or certificate");
        mesos.setCapacity("pray");
        assertThatThrownBy(() -> read(qa, Some.nothing()))
                .hasMessage("realm qa, Mesos: capacity must be one of warn, refuse, but is 'pray'");
    }

    @Test
    void takesNewRelicAndAWebhookByTheirSecrets() {
        RealmConfiguration qa = Some.realm("qa");
        NewRelicConfiguration newRelic = new NewRelicConfiguration();
        newRelic.setCredentialsId("new-relic");
        newRelic.setApplication("shop {service}");
        qa.setNewRelic(newRelic);
        qa.setWebhookCredentialsId("chat");

        Audience audience = read(
                        qa,
                        new Some.Purse(
                                Map.of("new-relic", Some.token("NRAK-1"), "chat", Some.token("https://chat/s3cr3t"))))
                .audience();
        assertThat(audience)
                .isEqualTo(Audience.NOBODY
                        .and(new NewRelicSettings(NewRelicSettings.NERDGRAPH, Secret.of("NRAK-1"), "shop {service}"))
                        .andWebhook(Secret.of("https://chat/s3cr3t")));
        assertThat(audience.toString()).doesNotContain("NRAK", "s3cr3t");
    }

    @Test
    void worksWithoutTheSecretsOfThoseWhoAreOnlyTold() {
        RealmConfiguration qa = Some.realm("qa");
        qa.setWebhookCredentialsId("chat");

        Secret missing = read(qa, Some.nothing()).audience().webhook().orElseThrow();
        assertThatThrownBy(missing::reveal)
                .isInstanceOf(RealmsException.class)
                .hasMessage("shop/orders has no credentials 'chat': add them at Manage Jenkins, Credentials, or to the"
                        + " job's folder, as secret text");
    }

    @Test
    void takesQubitBambooAsARouter() {
        RealmConfiguration qa = Some.realm("qa");
        QubitBambooConfiguration bamboo = new QubitBambooConfiguration();
        bamboo.setUrls(List.of("http://lb1:8000\nhttp://lb2:8000"));
        bamboo.setCanaryHeader("X-Try");
        bamboo.setLoadBalancers(List.of(new RenderedHaproxyConfiguration("lb1", "lb1:9999")));
        qa.setRouter(bamboo);

        assertThat(read(qa, Some.nothing()).router())
                .contains(new QubitBambooAccess(
                        "X-Try",
                        List.of(URI.create("http://lb1:8000"), URI.create("http://lb2:8000")),
                        List.of(new RenderedHaproxy("lb1", "lb1:9999"))));
    }

    @Test
    void takesConsulTemplateAsARouter() {
        RealmConfiguration qa = Some.realm("qa");
        ConsulTemplateConfiguration consul = new ConsulTemplateConfiguration();
        consul.setUrls(List.of("http://consul1:8500\nhttp://consul2:8500"));
        consul.setCanaryHeader("X-Try");
        consul.setCredentialsId(" consul-token ");
        consul.setLoadBalancers(List.of(new RenderedHaproxyConfiguration("lb1", "lb1:9999")));
        qa.setRouter(consul);

        assertThat(read(qa, new Some.Purse(Map.of("consul-token", Some.token("t0p"))))
                        .router())
                .contains(new ConsulTemplateAccess(
                        "X-Try",
                        List.of(URI.create("http://consul1:8500"), URI.create("http://consul2:8500")),
                        Optional.of(Secret.of("t0p")),
                        List.of(new RenderedHaproxy("lb1", "lb1:9999"))));
        Realm without = read(qa, Some.nothing());
        assertThatThrownBy(() -> RealmConnection.open(without))
                .isInstanceOf(RealmsException.class)
                .hasMessage("shop/orders has no credentials 'consul-token': add them at Manage Jenkins, Credentials, or"
                        + " to the job's folder, as secret text");
        consul.setUrls(List.of());
        assertThatThrownBy(() -> read(qa, Some.nothing()))
                .hasMessage("realm qa, router: a router needs the URL of at least one Consul agent");
    }

    @Test
    void takesMarathonLbAsARouter() {
        RealmConfiguration qa = Some.realm("qa");
        MarathonLbConfiguration lb = new MarathonLbConfiguration();
        lb.setCanaryHeader("X-Try");
        qa.setRouter(lb);

        assertThatThrownBy(() -> read(qa, Some.nothing()))
                .hasMessage("realm qa, router: a router needs at least one load balancer");
        lb.setLoadBalancers(List.of(new RenderedHaproxyConfiguration("lb1", "lb1:9999")));
        assertThat(read(qa, Some.nothing()).router())
                .contains(new MarathonLbAccess("X-Try", List.of(new RenderedHaproxy("lb1", "lb1:9999"))));
    }

    private static RealmConfiguration everything() {
        RealmConfiguration prod = Some.realm("prod");
        MarathonConfiguration marathon = marathon("http://m1:8080", "http://m2:8080");
        marathon.setCredentialsId("marathon-prod");
        marathon.setAgentPort("5052");
        marathon.setCa("/etc/ssl/ca.pem");
        prod.setMarathon(marathon);
        RegistryConfiguration registry = new RegistryConfiguration("registry:5000");
        registry.setCredentialsId("registry-ci");
        prod.setRegistry(registry);
        LoadBalancerConfiguration lb1 = new LoadBalancerConfiguration("lb1", "lb1:9999", "/etc/haproxy/maps");
        lb1.setMapFiles("/mnt/maps");
        prod.setRouter(haproxy("X-Try", lb1));
        LimitsConfiguration limits = new LimitsConfiguration();
        limits.setCpus("0.5");
        limits.setMem("4096");
        limits.setInstances("100");
        prod.setLimits(limits);
        prod.setVariables(List.of(new VariableConfiguration("DOMAIN", "example.com")));
        StagesConfiguration stages = new StagesConfiguration();
        stages.setIsolatedBake("20s");
        stages.setPercent("12.5 %");
        stages.setPartialBake("2m");
        stages.setHold("2h");
        stages.setDrain("40s");
        prod.setStages(stages);
        prod.setCanaryInstances("2");
        TimeoutsConfiguration timeouts = new TimeoutsConfiguration();
        timeouts.setHealthyWithin("10m");
        timeouts.setRouterWithin("45s");
        prod.setTimeouts(timeouts);
        prod.setGate(gate());
        prod.setEnvironment(List.of(new VariableConfiguration("REGION", "eu")));
        prod.setSyslog(syslog("udp://logs:514", "local7", "{{.Name}}"));
        prod.setLocks("fail");
        return prod;
    }

    private static SyslogConfiguration syslog(String address, String facility, String tag) {
        SyslogConfiguration syslog = new SyslogConfiguration();
        syslog.setAddress(address);
        syslog.setFacility(facility);
        syslog.setTag(tag);
        return syslog;
    }

    private static GateConfiguration gate() {
        GateConfiguration gate = new GateConfiguration();
        gate.setMaxErrorRate("2 %");
        gate.setTolerance("2");
        gate.setMinErrors("7");
        gate.setMinRequests("200");
        gate.setLatencyTolerance("2.5");
        gate.setLatencyAcceptedRatio("4");
        gate.setLatencyQuantile("99 %");
        gate.setLatencyWarmUp("2m");
        gate.setTaskFailures("5");
        gate.setKilledForMemory("2");
        gate.setChecks("http://shop/orders/health https://shop/cart");
        gate.setOnNotEnoughData("rollback");
        return gate;
    }

    @Test
    void leavesEmptyFieldsToCerebrosOwnDefaults() {
        RealmConfiguration qa = Some.realm("qa");
        StagesConfiguration untouched = new StagesConfiguration();
        untouched.setPercent("  ");
        qa.setStages(untouched);

        Realm realm = read(qa, Some.nothing());

        assertThat(qa.getStages()).isNull();
        assertThat(realm.marathon().agentPort()).isEqualTo(MarathonAccess.AGENT_PORT);
        assertThat(realm.registry()).isEmpty();
        assertThat(realm.limits()).isEqualTo(Limits.NONE);
        assertThat(realm.stages()).isEqualTo(Stages.DEFAULT);
        assertThat(realm.timeouts()).isEqualTo(Timeouts.DEFAULT);
        assertThat(realm.gate()).isEqualTo(GateSettings.DEFAULT);
        assertThat(realm.additions()).isEqualTo(Additions.NONE);
        assertThat(realm.locks()).isEqualTo(LockPolicy.WAIT);
        assertThat(realm.canary()).isEqualTo(new CanarySettings(Optional.empty()));
    }

    @Test
    void takesAZooKeeperInsteadOfMarathons() {
        RealmConfiguration qa = Some.realm("qa");
        qa.setMarathon(marathon(" zk://z1,z2:2182/marathon "));

        assertThat(read(qa, Some.nothing()).marathon().zooKeeper())
                .contains(URI.create("zk://z1:2181,z2:2182/marathon"));
    }

    @Test
    void holdsAtLeastAsLongAsItBakes() {
        RealmConfiguration qa = Some.realm("qa");
        StagesConfiguration stages = new StagesConfiguration();
        stages.setPartialBake("2h");
        qa.setStages(stages);

        assertThat(read(qa, Some.nothing()).stages().partial().hold()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void troublesOnlyWhoPushesWithMissingCredentialsOfTheRegistry() {
        RealmConfiguration qa = Some.realm("qa");
        RegistryConfiguration registry = new RegistryConfiguration("registry:5000");
        registry.setCredentialsId("registry-ci");
        qa.setRegistry(registry);

        Login.Password login =
                read(qa, Some.nothing()).registry().flatMap(Registry::login).orElseThrow();

        assertThatThrownBy(() -> login.password().reveal())
                .isInstanceOf(RealmsException.class)
                .hasMessage(
                        "the registry cannot be used: shop/orders has no credentials 'registry-ci': add them at Manage"
                                + " Jenkins, Credentials, or to the job's folder, as username with password");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        realm -> realm.setMarathon(null),
                        "realm qa, marathon: a realm needs the URL of at least one Marathon"),
                mistake(
                        realm -> realm.setMarathon(marathon("zk://z1:2181/marathon", "http://m1:8080")),
                        "realm qa, marathon: a zk:// URL stands alone: every Marathon that registers there is found"),
                mistake(
                        realm -> realm.setMarathon(marathon("zk://z1:2181")),
                        "realm qa, marathon: a zk:// URL is like zk://zk1:2181,zk2:2181,zk3/marathon, not"
                                + " 'zk://z1:2181'"),
                mistake(
                        realm -> realm.setMarathon(marathon("m1:8080")),
                        "realm qa, marathon: a Marathon's URL is like http://marathon.example.com:8080, not 'm1:8080'"),
                mistake(
                        realm -> marathon(realm).setAgentPort("70000"),
                        "realm qa, marathon: agentPort must be a port from 1 to 65535, but is '70000'"),
                mistake(
                        realm -> marathon(realm).setCa("ca.pem"),
                        "realm qa, marathon: ca is the whole path of a PEM file, such as /etc/ssl/private-ca.pem, unlike"
                                + " 'ca.pem'"),
                mistake(
                        realm -> marathon(realm).setCredentialsId("gone"),
                        "realm qa, marathon: shop/orders has no credentials 'gone': add them at Manage Jenkins, Credentials,"
                                + " or to the job's folder, as username with password, secret text or certificate"),
                mistake(
                        realm -> realm.setRegistry(new RegistryConfiguration("http://r")),
                        "realm qa, registry: a registry's address is its host and port, such as 127.0.0.1:5000, not"
                                + " 'http://r'"),
                mistake(
                        realm -> realm.setRouter(haproxy("")),
                        "realm qa, router: a router needs at least one load balancer"),
                mistake(
                        realm -> realm.setRouter(
                                haproxy("", new LoadBalancerConfiguration("lb1", "admin.sock", "/maps"))),
                        "realm qa, router: 'admin.sock' is not a stats socket, such as /run/haproxy/admin.sock or"
                                + " 10.0.0.7:9999"),
                mistake(
                        realm -> realm.setRouter(haproxy("X Y", new LoadBalancerConfiguration("lb1", "h:1", "/maps"))),
                        "realm qa, router: a header's name has letters, digits and '-', unlike 'X Y'"),
                mistake(
                        realm -> limits(realm).setCpus("many"),
                        "realm qa, limits: cpus must be a number above 0, such as 0.5, but is 'many'"),
                mistake(
                        realm -> limits(realm).setMem("0"),
                        "realm qa, limits: mem must be a number of megabytes above 0, such as 4096, but is '0'"),
                mistake(
                        realm -> limits(realm).setInstances("-1"),
                        "realm qa, limits: instances must be a whole number from 1, but is '-1'"),
                mistake(
                        realm -> realm.setVariables(List.of(new VariableConfiguration("MY-VAR", "1"))),
                        "realm qa, variables: a variable's name has letters, digits and '_', such as DOMAIN, unlike"
                                + " 'MY-VAR'"),
                mistake(
                        realm -> realm.setVariables(
                                List.of(new VariableConfiguration("A", "1"), new VariableConfiguration("A", "2"))),
                        "realm qa, variables: there are two variables 'A': delete one of them"),
                mistake(
                        realm -> realm.setEnvironment(List.of(new VariableConfiguration("MY-VAR", "1"))),
                        "realm qa, environment: a variable's name has letters, digits and '_', such as DOMAIN, unlike"
                                + " 'MY-VAR'"),
                mistake(
                        realm -> realm.setSyslog(syslog("", "local7", "")),
                        "realm qa, syslog: give the address of the syslog server, such as udp://logs.example.com:514"),
                mistake(
                        realm -> realm.setSyslog(syslog("udp://logs,x=y", "", "")),
                        "realm qa, syslog: a syslog address is like udp://logs.example.com:514, with udp, tcp, tcp+tls or"
                                + " unix, unlike 'udp://logs,x=y'"),
                mistake(realm -> realm.setLocks("force"), "realm qa: locks must be one of wait, fail, but is 'force'"),
                mistake(
                        realm -> realm.setCanaryInstances("0"),
                        "realm qa: canaryInstances must be a whole number from 1 to 10000, but is '0'"),
                mistake(
                        realm -> stages(realm, "partialBake", "5"),
                        "realm qa: partialBake must be a duration such as 30s, 5m or 1h, but is '5'"),
                mistake(
                        realm -> stages(realm, "hold", "10s"),
                        "realm qa, stages: the partial stage is held at least as long as it bakes, but hold is 10 s and bake"
                                + " is 60 s"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesTheRealmAndTheFieldOfAMistakeAndTheMend(Consumer<RealmConfiguration> change, String message) {
        RealmConfiguration qa = Some.realm("qa");
        change.accept(qa);
        assertThatThrownBy(() -> read(qa, Some.nothing()))
                .isInstanceOf(RealmsException.class)
                .hasMessage(message);
    }

    private static Arguments mistake(Consumer<RealmConfiguration> change, String message) {
        return Arguments.of(change, message);
    }

    private static Realm read(RealmConfiguration realm, Wallet wallet) {
        return new RealmReader(realm, wallet).read();
    }

    private static MarathonConfiguration marathon(String... urls) {
        MarathonConfiguration marathon = new MarathonConfiguration();
        marathon.setUrls(List.of(urls));
        return marathon;
    }

    private static MarathonConfiguration marathon(RealmConfiguration realm) {
        MarathonConfiguration marathon = marathon("http://m1:8080");
        realm.setMarathon(marathon);
        return marathon;
    }

    private static LimitsConfiguration limits(RealmConfiguration realm) {
        LimitsConfiguration limits = new LimitsConfiguration();
        limits.setInstances("5");
        realm.setLimits(limits);
        return limits;
    }

    private static void stages(RealmConfiguration realm, String field, String text) {
        StagesConfiguration stages = new StagesConfiguration();
        if (field.equals("hold")) {
            stages.setHold(text);
        } else {
            stages.setPartialBake(text);
        }
        realm.setStages(stages);
    }

    private static HaproxyConfiguration haproxy(String header, LoadBalancerConfiguration... loadBalancers) {
        HaproxyConfiguration haproxy = new HaproxyConfiguration();
        haproxy.setCanaryHeader(header);
        haproxy.setLoadBalancers(List.of(loadBalancers));
        return haproxy;
    }
}
