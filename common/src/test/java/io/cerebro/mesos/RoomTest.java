package io.cerebro.mesos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cerebro.http.Credentials;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppDefinition;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers have the shape of Mesos 1.x, as its documentation and its clients' tests show it. */
class RoomTest {
    private static final String AGENT = """
            {"id": "S%1$d", "hostname": "agent%1$d", "active": %2$s, "attributes": {"rack": "%3$s"},
             "resources": {"cpus": 4.0, "mem": 8192.0, "disk": 50000.0, "gpus": 0.0, "ports": "[31000-31009]"},
             "used_resources": {"cpus": %4$s, "mem": 1024.0, "disk": 0.0, "ports": "[31000-31000, 31002-31002]"},
             "offered_resources": {"cpus": 0.0, "mem": 0.0, "disk": 0.0},
             "reserved_resources": {"hadoop": {"cpus": 1.0, "mem": 4096.0, "ports": "[31009-31009]"}},
             "unreserved_resources": {"cpus": 3.0, "mem": 4096.0, "disk": 50000.0, "ports": "[31000-31008]"}}""";

    private final MockWebServer master = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        master.start();
    }

    @AfterEach
    void stop() throws IOException {
        master.shutdown();
    }

    private List<Agent> agents() {
        String slaves = String.join(
                ",",
                AGENT.formatted(1, "true", "a", "0.5"),
                AGENT.formatted(2, "true", "b", "3.9"),
                AGENT.formatted(3, "false", "b", "0.0"));
        master.enqueue(new MockResponse().setBody("{\"slaves\": [" + slaves + "]}"));
        return new MesosMaster(List.of(master.url("/").uri())).agents();
    }

    private static AppDefinition app(String fields) throws IOException {
        return AppDefinition.of(new YAMLMapper().readTree("{id: /orders, " + fields + "}"));
    }

    @Test
    void countsWhatIsNeitherUsedNorReservedNorAway() throws Exception {
        List<Agent> agents = agents();

        assertThat(agents).extracting(Agent::hostname).containsExactly("agent1", "agent2");
        assertThat(agents.get(0).cpus()).isEqualTo(3);
        assertThat(agents.get(0).mem()).isEqualTo(4096);
        assertThat(agents.get(0).ports()).isEqualTo(7);
        assertThat(agents.get(1).cpus()).isEqualTo(0.1, offset(1e-9));
        assertThat(master.takeRequest().getRequestLine()).isEqualTo("GET /slaves HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "cpus: 0.1, mem: 128, portDefinitions: []|31",
                "cpus: 0.1, mem: 128|8",
                "cpus: 1, mem: 128|3",
                "cpus: 0.01, mem: 3000, portDefinitions: []|2",
                "cpus: 0.1, disk: 40000|2",
                "cpus: 0.1, constraints: [[hostname, UNIQUE]]|2",
                "cpus: 0.1, constraints: [[rack, LIKE, '[a]']]|7",
                "cpus: 0.1, constraints: [[rack, UNLIKE, a]]|1",
                "cpus: 0.1, constraints: [[rack, IS, b]]|1",
                "cpus: 0.1, constraints: [[rack, CLUSTER, a]]|7",
                "cpus: 0.1, constraints: [[rack, MAX_PER, 2]]|3",
                "cpus: 0.1, constraints: [[rack, GROUP_BY]]|8",
            })
    void saysHowManyFit(String fields, int instances) throws Exception {
        assertThat(Room.of(app(fields), agents()).instances()).isEqualTo(instances);
    }

    @Test
    void saysWhatEachNeedsAndWhatIsFree() throws Exception {
        assertThat(Room.of(app("cpus: 2, mem: 512, disk: 10, constraints: [[rack, IS, a]]"), agents()))
                .isEqualTo(new Room(
                        1, "each needs 2 cpus and 512 MB, 10 MB disk; 3 cpus and 4096 MB are free on 1 of 2 agents"));
    }

    @Test
    void asksTheNextMasterWhereOneIsNotTheLeader() {
        URI url = master.url("/").uri();
        master.enqueue(new MockResponse().setResponseCode(307).setHeader("Location", "//leader:5050/slaves"));
        master.enqueue(new MockResponse().setBody("{\"slaves\": []}"));

        assertThat(new MesosMaster(List.of(url, url)).agents()).isEmpty();

        master.enqueue(new MockResponse().setResponseCode(307));
        assertThatThrownBy(() -> new MesosMaster(List.of(url)).agents())
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to GET " + url + "slaves but it answered 307");
    }

    @Test
    void saysWhatAllFrameworksUseAsTheMasterThatLeadsKnowsIt() throws Exception {
        URI url = master.url("/").uri();
        master.enqueue(new MockResponse().setBody("{\"master/elected\": 0.0, \"master/cpus_total\": 0.0}"));
        master.enqueue(new MockResponse().setBody("""
                {"master/elected": 1.0, "master/cpus_percent": 0.7875, "master/cpus_used": 31.5, "master/cpus_total": 40.0,
                 "master/mem_used": 9000.0, "master/mem_total": 16000.0, "master/frameworks_active": 3.0,
                 "master/slaves_active": 10.0, "master/slaves_disconnected": 1.0, "master/slaves_unreachable": 2.0}"""));

        assertThat(new MesosMaster(List.of(url, url), Credentials.basic("cerebro", "s3cr3t")).usage())
                .isEqualTo(new Usage(31.5, 40, 9000, 16_000, 3))
                .hasToString("all frameworks together use 31.5 of 40 cpus and 9000 of 16000 MB, and agents away: 3");
        assertThat(master.takeRequest().getRequestLine()).isEqualTo("GET /metrics/snapshot HTTP/1.1");
        assertThat(master.takeRequest().getHeader("Authorization")).isEqualTo("Basic Y2VyZWJybzpzM2NyM3Q=");
    }

    /** The shape of src/master/http.cpp, {@code Summary<Framework>}, in github.com/apache/mesos. */
    private static String framework(int id, String name, double cpus, double mem) {
        return """
                {"id": "F%1$d", "name": "%2$s", "pid": "scheduler-%1$d@10.0.0.%1$d:35001",
                 "used_resources": {"cpus": %3$s, "disk": 0.0, "gpus": 0.0, "mem": %4$s, "ports": "[31000-31000]"},
                 "offered_resources": {"cpus": 0.0, "disk": 0.0, "gpus": 0.0, "mem": 0.0},
                 "capabilities": ["PARTITION_AWARE"], "hostname": "h%1$d", "webui_url": "", "active": true,
                 "connected": true, "recovered": false, "TASK_RUNNING": 3, "slave_ids": ["S1"]}""".formatted(id, name, cpus, mem);
    }

    private Shares shares(String... frameworks) {
        master.enqueue(new MockResponse().setBody("""
                {"hostname": "mesos1", "cluster": "prod", "slaves": [], "frameworks": [%s]}""".formatted(String.join(",", frameworks))));
        return new MesosMaster(List.of(master.url("/").uri())).shares();
    }

    @Test
    void saysWhoHoldsWhat() throws Exception {
        assertThat(shares(
                        framework(1, "chronos", 3, 900),
                        framework(2, "marathon", 12, 4096),
                        framework(3, "Hadoop: (RPC port: 7676,\\n WebUI port: 7677)", 40.25, 65_536),
                        framework(4, "idle", 0, 0)))
                .hasToString(
                        "Hadoop: (RPC port: 7676, WebUI port: 7677) has 40.25 cpus and 65536 MB, marathon 12 cpus and 4096"
                                + " MB, chronos 3 cpus and 900 MB");
        assertThat(master.takeRequest().getRequestLine()).isEqualTo("GET /state-summary HTTP/1.1");
    }

    @Test
    void putsTogetherWhatIsManyOrOfOneName() {
        assertThat(shares(
                        framework(1, "spark", 1, 100),
                        framework(2, "spark", 1.1, 100),
                        framework(3, "", 2, 500),
                        framework(4, "d", 4, 1),
                        framework(5, "c", 5, 1),
                        framework(6, "b", 6, 1),
                        framework(7, "a", 7, 1),
                        framework(8, "h", 0.5, 8),
                        framework(9, "i", 0, 1)))
                .hasToString(
                        "a has 7 cpus and 1 MB, b 6 cpus and 1 MB, c 5 cpus and 1 MB, d 4 cpus and 1 MB, spark 2.1 cpus"
                                + " and 200 MB, 3 others 2.5 cpus and 509 MB");
        assertThat(shares().isEmpty()).isTrue();
    }

    @Test
    void saysThatNoMasterLeads() {
        URI url = master.url("/").uri();
        master.enqueue(new MockResponse().setBody("{\"master/elected\": 0.0}"));
        master.enqueue(new MockResponse().setResponseCode(401));

        assertThatThrownBy(() -> new MesosMaster(List.of(url, url)).usage())
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to GET " + url + "metrics/snapshot but this master does not lead; then tried to GET "
                        + url + "metrics/snapshot but it answered 401");
    }
}
