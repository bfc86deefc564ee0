package io.jenkins.plugins.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.signatures.Fakes;
import io.cerebro.traffic.haproxy.FakeStatsSocket;
import io.jenkins.plugins.cerebro.Granted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.access.AccessDeniedException;

class ChecksTest {
    private static final MarathonConfiguration.DescriptorImpl MARATHON = new MarathonConfiguration.DescriptorImpl();
    private static final LoadBalancerConfiguration.DescriptorImpl BALANCER =
            new LoadBalancerConfiguration.DescriptorImpl();
    private static final MesosConfiguration.DescriptorImpl MESOS = new MesosConfiguration.DescriptorImpl();
    private static final QubitBambooConfiguration.DescriptorImpl BAMBOO = new QubitBambooConfiguration.DescriptorImpl();
    private static final ConsulTemplateConfiguration.DescriptorImpl CONSUL =
            new ConsulTemplateConfiguration.DescriptorImpl();
    private static final MarathonLbConfiguration.DescriptorImpl MARATHON_LB =
            new MarathonLbConfiguration.DescriptorImpl();
    private static final RenderedHaproxyConfiguration.DescriptorImpl RENDERED =
            new RenderedHaproxyConfiguration.DescriptorImpl();
    private static final LimitsConfiguration.DescriptorImpl LIMITS = new LimitsConfiguration.DescriptorImpl();
    private static final StagesConfiguration.DescriptorImpl STAGES = new StagesConfiguration.DescriptorImpl();
    private static final TimeoutsConfiguration.DescriptorImpl TIMEOUTS = new TimeoutsConfiguration.DescriptorImpl();
    private static final GateConfiguration.DescriptorImpl GATE = new GateConfiguration.DescriptorImpl();
    private static final RealmConfiguration.DescriptorImpl REALM = new RealmConfiguration.DescriptorImpl();

    @AfterEach
    void forget() {
        Fakes.reset();
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                field(
                        REALM::doCheckName,
                        "prod",
                        "Prod",
                        "a realm's name has up to 32 lower-case letters, digits and '-', such as prod, unlike 'Prod'"),
                field(
                        REALM::doCheckCanaryInstances,
                        "2",
                        "x",
                        "canaryInstances must be a whole number from 1 to 10000, but is 'x'"),
                field(
                        MARATHON::doCheckUrls,
                        "http://m1:8080\nhttp://m2:8080",
                        "m1",
                        "a Marathon's URL is like http://marathon.example.com:8080, not 'm1'"),
                field(
                        MARATHON::doCheckUrls,
                        "zk://z1:2181,z2/marathon",
                        "zk://z1:2181,z2",
                        "a zk:// URL is like zk://zk1:2181,zk2:2181,zk3/marathon, not 'zk://z1:2181,z2'"),
                field(MARATHON::doCheckUrls, "http://m1", "", "a realm needs the URL of at least one Marathon"),
                field(
                        REALM::doCheckOutside,
                        "{host: router, services: {db: {port: 15432, servers: ['10.0.0.5:5432']}}}",
                        "services: {}",
                        "outside:1:1: host is missing, such as router.example.com"),
                field(MARATHON::doCheckAgentPort, "", "0", "agentPort must be a port from 1 to 65535, but is '0'"),
                field(
                        new RegistryConfiguration.DescriptorImpl()::doCheckAddress,
                        "registry:5000",
                        "a b",
                        "a registry's address is its host and port, such as 127.0.0.1:5000, not 'a b'"),
                field(
                        new HaproxyConfiguration.DescriptorImpl()::doCheckCanaryHeader,
                        "",
                        "X Y",
                        "a header's name has letters, digits and '-', unlike 'X Y'"),
                field(
                        BAMBOO::doCheckUrls,
                        "http://lb1:8000",
                        "lb1:8000",
                        "a URL is like http://lb1.example.com:8000, without user name and password"),
                field(
                        BAMBOO::doCheckCanaryHeader,
                        "",
                        "X Y",
                        "a header's name has letters, digits and '-', unlike 'X Y'"),
                field(
                        CONSUL::doCheckUrls,
                        "http://consul1:8500 http://consul2:8500",
                        "",
                        "a router needs the URL of at least one Consul agent"),
                field(
                        CONSUL::doCheckCanaryHeader,
                        "",
                        "X Y",
                        "a header's name has letters, digits and '-', unlike 'X Y'"),
                field(
                        MARATHON_LB::doCheckCanaryHeader,
                        "",
                        "X Y",
                        "a header's name has letters, digits and '-', unlike 'X Y'"),
                field(RENDERED::doCheckName, "lb1", "", "'' is not a load balancer's name, such as lb1"),
                field(
                        RENDERED::doCheckSocket,
                        "lb1:9999",
                        "lb1",
                        "'lb1' is not a stats socket, such as /run/haproxy/admin.sock or 10.0.0.7:9999"),
                field(BALANCER::doCheckName, "lb1", "", "'' is not a load balancer's name, such as lb1"),
                field(
                        BALANCER::doCheckSocket,
                        "lb1:9999",
                        "lb1",
                        "'lb1' is not a stats socket, such as /run/haproxy/admin.sock or 10.0.0.7:9999"),
                field(
                        BALANCER::doCheckMaps,
                        "/maps",
                        "maps",
                        "'maps' is not an absolute path of a directory, such as /etc/haproxy/maps"),
                field(
                        BALANCER::doCheckMapFiles,
                        "",
                        "maps",
                        "mapFiles must be an absolute path on the controller, such as /etc/haproxy/maps, but is 'maps'"),
                field(
                        MESOS::doCheckUrls,
                        "http://mesos1:5050",
                        "mesos1",
                        "a URL is like http://lb1.example.com:8000, without user name and password"),
                field(
                        MESOS::doCheckCa,
                        "/etc/ssl/ca.pem",
                        "ca.pem",
                        "ca is the whole path of a PEM file, such as /etc/ssl/private-ca.pem, unlike 'ca.pem'"),
                field(LIMITS::doCheckCpus, "0.5", "x", "cpus must be a number above 0, such as 0.5, but is 'x'"),
                field(
                        LIMITS::doCheckMem,
                        "",
                        "x",
                        "mem must be a number of megabytes above 0, such as 4096, but is 'x'"),
                field(LIMITS::doCheckInstances, "9", "0", "instances must be a whole number from 1, but is '0'"),
                field(
                        new VariableConfiguration.DescriptorImpl()::doCheckName,
                        "DOMAIN",
                        "1",
                        "a variable's name has letters, digits and '_', such as DOMAIN, unlike '1'"),
                duration(STAGES::doCheckIsolatedBake, "isolatedBake"),
                duration(STAGES::doCheckPartialBake, "partialBake"),
                duration(STAGES::doCheckHold, "hold"),
                duration(STAGES::doCheckDrain, "drain"),
                duration(TIMEOUTS::doCheckHealthyWithin, "healthyWithin"),
                duration(TIMEOUTS::doCheckRouterWithin, "routerWithin"),
                field(
                        STAGES::doCheckPercent,
                        "12.5 %",
                        "200",
                        "percent must be a number above 0 and up to 100, such as 10, but is '200'"),
                field(
                        GATE::doCheckMaxErrorRate,
                        "5",
                        "x",
                        "maxErrorRate must be a percentage from 0 % to 100 %, such as 5 %, but is 'x'"),
                field(GATE::doCheckTolerance, "", "0", "tolerance must be a number from 1, such as 1.5, but is '0'"),
                field(
                        GATE::doCheckFalseAlarms,
                        "1 %",
                        "0",
                        "falseAlarms must be a percentage above 0 % and below 100 %, such as 1 %, but is '0'"),
                field(
                        GATE::doCheckAcceptedRatio,
                        "5",
                        "1",
                        "acceptedRatio must be a number above 1, such as 5, but is '1'"),
                field(
                        GATE::doCheckAcceptedErrorRate,
                        "0.5 %",
                        "100 %",
                        "acceptedErrorRate must be a percentage above 0 % and below 100 %, such as 0.5 %, but is '100 %'"),
                field(GATE::doCheckMinErrors, "5", "0", "minErrors must be a whole number from 1, but is '0'"),
                field(GATE::doCheckMinRequests, "5", "0", "minRequests must be a whole number from 1, but is '0'"),
                field(
                        GATE::doCheckLatencyTolerance,
                        "1.5",
                        "0.9",
                        "latencyTolerance must be a number from 1, such as 1.5, but is '0.9'"),
                field(
                        GATE::doCheckLatencyAcceptedRatio,
                        "2.5",
                        "1",
                        "latencyAcceptedRatio must be a number above 1, such as 2.5, but is '1'"),
                field(
                        GATE::doCheckLatencyQuantile,
                        "95 %",
                        "100 %",
                        "latencyQuantile must be a percentage above 0 % and below 100 %, such as 95 %, but is '100 %'"),
                field(
                        GATE::doCheckLatencyWarmUp,
                        "20s",
                        "20",
                        "latencyWarmUp must be a duration such as 30s, 5m or 1h, but is '20'"),
                field(GATE::doCheckTaskFailures, "3", "0", "taskFailures must be a whole number from 1, but is '0'"),
                field(
                        GATE::doCheckKilledForMemory,
                        "1",
                        "0",
                        "killedForMemory must be a whole number from 1, but is '0'"),
                field(
                        GATE::doCheckChecks,
                        "http://shop/orders/health https://shop/cart",
                        "http://ann:secret@shop",
                        "checks must be URLs separated by spaces, such as http://shop.example.com/orders/health, but is"
                                + " 'http://****@shop'"),
                field(
                        GATE::doCheckOnNotEnoughData,
                        "hold",
                        "wait",
                        "onNotEnoughData must be one of hold, promote, rollback, but is 'wait'"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void sayWhatIsWrongToThoseWhoMayMendIt(
            Function<String, FormValidation> check, String good, String bad, String message) {
        Granted.permissions(Jenkins.ADMINISTER);
        assertThat(check.apply(good).kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(check.apply(bad).renderHtml())
                .isEqualTo(FormValidation.error(message).renderHtml());

        Granted.permissions(Jenkins.READ);
        assertThat(check.apply(bad).renderHtml()).isEqualTo(FormValidation.ok().renderHtml());
    }

    private static Arguments field(Function<String, FormValidation> check, String good, String bad, String message) {
        return Arguments.of(check, good, bad, message);
    }

    private static Arguments duration(Function<String, FormValidation> check, String name) {
        return field(check, "", "5", name + " must be a duration such as 30s, 5m or 1h, but is '5'");
    }

    @Test
    void ofConnectionsAreForAdministratorsAlone() {
        Granted.permissions(Jenkins.READ, Jenkins.SYSTEM_READ);

        assertThatThrownBy(() -> MARATHON.doTestConnection("http://127.0.0.1:1", "", ""))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> BALANCER.doTestConnection("lb1", "/run/no.sock", "/maps"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> BAMBOO.doTestConnection("http://127.0.0.1:1"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> CONSUL.doTestConnection("http://127.0.0.1:1", ""))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> RENDERED.doTestConnection("lb1", "/run/no.sock"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> MESOS.doTestConnection("http://127.0.0.1:1", "", ""))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> REALM.doTestSources("[]", "/shop/orders")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void ofConnectionsSayWhyNot() {
        Granted.permissions(Jenkins.ADMINISTER);

        assertThat(MARATHON.doTestConnection("http://127.0.0.1:1", "", ""))
                .hasMessage("tried to GET http://127.0.0.1:1/v2/info but nothing accepts connections there; is it"
                        + " running?");
        assertThat(BALANCER.doTestConnection("lb1", "/run/no.sock", "/maps").renderHtml())
                .isEqualTo(FormValidation.error("tried to ask load balancer lb1 at /run/no.sock but there is no such"
                                + " socket; is HAProxy running, and is this its 'stats socket'?")
                        .renderHtml());
    }

    @Test
    void ofSourcesSayWhatEachHasCounted() throws Exception {
        Granted.permissions(Jenkins.ADMINISTER);
        try (Answers stats = Answers.start().with("/shop_orders", "{\"total\":12345,\"failed\":6}")) {
            String url = stats.url();
            String good = "[{json: {name: Stats, url: '" + url + "/${name}', requests: /total, errors: /failed}}]";

            assertThat(REALM.doTestSources(good, "shop/orders").renderHtml())
                    .isEqualTo(FormValidation.ok("Stats: 1 series, 12,345 requests")
                            .renderHtml());
            assertThat(REALM.doTestSources(good.replace("Stats", "<b>"), "/shop/cart")
                            .renderHtml())
                    .isEqualTo(FormValidation.warning("<b>: tried to GET " + url + "/shop_cart but it answered 404")
                            .renderHtml())
                    .doesNotContain("<b>");
            assertThat(REALM.doTestSources(good, ""))
                    .hasMessage("give the id of a service that runs here, such as /shop/orders");
            assertThat(REALM.doTestSources("- json: {}", "/shop/orders"))
                    .hasMessage("sources:1:9: [0].json.url is missing, such as http://stats.example.com/apps/${name}");
            assertThat(REALM.doTestSources("", "/shop/orders").renderHtml())
                    .isEqualTo(FormValidation.ok("there are no sources").renderHtml());
        }
    }

    @Test
    void ofRenderedRoutersAskTheDaemonAndEachLoadBalancer(@TempDir Path directory) throws Exception {
        Granted.permissions(Jenkins.ADMINISTER);
        Fakes.credential(Some.named("consul-token", Some.token("t0p")));
        try (Answers daemon = Answers.start()
                        .with("/api/state", "{\"Apps\":[],\"Services\":{}}")
                        .with("/v1/status/leader", "\"127.0.0.1:8300\"");
                FakeStatsSocket socket = FakeStatsSocket.at(directory.resolve("lb1"))) {
            assertThat(BAMBOO.doTestConnection(daemon.url()).renderHtml())
                    .isEqualTo(FormValidation.ok("every Qubit Bamboo answers, and knows Marathon's apps")
                            .renderHtml());
            assertThat(CONSUL.doTestConnection(daemon.url(), "consul-token").renderHtml())
                    .isEqualTo(
                            FormValidation.ok("Consul answers, has a leader, and lets Cerebro read keys under canary/")
                                    .renderHtml());
            assertThat(daemon.asked())
                    .containsExactly(
                            "GET /api/state",
                            "GET /v1/status/leader Bearer t0p",
                            "GET /v1/kv/canary/cerebro/config Bearer t0p");
            assertThat(RENDERED.doTestConnection("lb1", socket.path().toString())
                            .renderHtml())
                    .isEqualTo(FormValidation.ok("lb1 answers, and Cerebro may see its servers there")
                            .renderHtml());
        }
    }

    @Test
    void ofRenderedRoutersSayWhyNot() {
        Granted.permissions(Jenkins.ADMINISTER);
        String nobody = "http://127.0.0.1:1";

        assertThat(BAMBOO.doTestConnection(nobody))
                .hasMessage("tried to GET http://127.0.0.1:1/api/state but nothing accepts connections there; is it"
                        + " running?");
        assertThat(BAMBOO.doTestConnection("")).hasMessage("a router needs the URL of at least one Qubit Bamboo");
        assertThat(CONSUL.doTestConnection(nobody, ""))
                .hasMessage("tried to GET http://127.0.0.1:1/v1/status/leader but nothing accepts connections there; is"
                        + " it running?");
        assertThat(CONSUL.doTestConnection(nobody, "of-nobody").renderHtml())
                .isEqualTo(FormValidation.error("Jenkins itself has no credentials 'of-nobody': add them at Manage"
                                + " Jenkins, Credentials, or to the job's folder, as secret text")
                        .renderHtml());
        assertThat(RENDERED.doTestConnection("lb1", "/run/no.sock").renderHtml())
                .isEqualTo(FormValidation.error("tried to ask load balancer lb1 at /run/no.sock but there is no such"
                                + " socket; is HAProxy running, and is this its 'stats socket'?")
                        .renderHtml());
    }

    @Test
    void ofMesosSayWhatIsFree() throws Exception {
        Granted.permissions(Jenkins.ADMINISTER);
        try (Answers mesos = Answers.start().with("/slaves", """
                        {"slaves": [
                          {"hostname": "a", "resources": {"cpus": 8, "mem": 16000}, "used_resources": {"cpus": 1.5, "mem": 4000}},
                          {"hostname": "b", "resources": {"cpus": 4, "mem": 1000}, "used_resources": {}}]}""")) {
            assertThat(MESOS.doTestConnection(mesos.url(), "", "").renderHtml())
                    .isEqualTo(FormValidation.ok("Mesos has 2 agents, with 10.5 cpus and 13000 MB free")
                            .renderHtml());
            mesos.with("/metrics/snapshot", """
                    {"master/elected": 1, "master/cpus_used": 1.5, "master/cpus_total": 12, "master/mem_used": 4000,
                     "master/mem_total": 17000}""");
            assertThat(MESOS.doTestConnection(mesos.url(), "", "").renderHtml())
                    .isEqualTo(FormValidation.ok("Mesos has 2 agents, with 10.5 cpus and 13000 MB free; all frameworks"
                                    + " together use 1.5 of 12 cpus and 4000 of 17000 MB")
                            .renderHtml());
        }
        assertThat(MESOS.doTestConnection("http://127.0.0.1:1", "", ""))
                .hasMessage("tried to GET http://127.0.0.1:1/slaves but nothing accepts connections there; is it"
                        + " running?");
        assertThat(MESOS.doTestConnection("", "", "")).hasMessage("mesos needs the URL of at least one master");
        assertThat(MESOS.doTestConnection("http://127.0.0.1:1", "of-nobody", "").renderHtml())
                .isEqualTo(FormValidation.error("Jenkins itself has no credentials 'of-nobody': add them at Manage"
                                + " Jenkins, Credentials, or to the job's folder, as username with password, secret text"
                                + " or certificate")
                        .renderHtml());
    }

    @Test
    void offerTheCredentialsThatFit() {
        Granted.permissions(Jenkins.ADMINISTER);
        Fakes.credential(Some.password("marathon-prod", "cerebro", "hunter2"));

        assertThat(values(MARATHON.doFillCredentialsIdItems("", "http://m1:8080")))
                .contains("", "marathon-prod");
        assertThat(MARATHON.doCheckCredentialsId("marathon-prod", "").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(MARATHON.doCheckCredentialsId("of-a-folder", "").renderHtml())
                .isEqualTo(FormValidation.warning("Jenkins itself has no credentials 'of-a-folder': only jobs in a"
                                + " folder that has them find them")
                        .renderHtml());

        Granted.permissions(Jenkins.READ);
        assertThat(values(MARATHON.doFillCredentialsIdItems("chosen", ""))).containsExactly("chosen");
    }

    @Test
    void showCerebrosOwnDefaults() {
        assertThat(STAGES.getDefaults()).containsEntry("percent", "10").containsEntry("hold", "1h");
        assertThat(values(GATE.doFillOnNotEnoughDataItems())).containsExactly("", "hold", "promote", "rollback");
        assertThat(GATE.doFillOnNotEnoughDataItems().get(0).name).isEqualTo("Default (hold)");
    }

    @Test
    void letAPipelineWriteNumbersWithoutQuotes() {
        assertThat(GATE.customInstantiate(Map.of("minErrors", 5, "tolerance", 1.5, "maxErrorRate", "5 %")))
                .isEqualTo(Map.of("minErrors", "5", "tolerance", "1.5", "maxErrorRate", "5 %"));
    }

    private static List<String> values(ListBoxModel choices) {
        return choices.stream().map(choice -> choice.value).toList();
    }
}
