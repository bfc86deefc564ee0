package io.cerebro.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.Realm;
import io.cerebro.realm.Realms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideValuesTest {
    private static final String STATIC = "{port: 15432, servers: ['10.0.0.5:5432']}";

    @TempDir
    Path directory;

    @Test
    void standForWhereTheRouterHasTheService() throws IOException {
        assertThat(rendered(
                        "env: {DB: 'jdbc:postgresql://${outside.orders-db}/orders', HOST: '${outside.orders-db.host}'}\n"
                                + "labels: {SHELL: '$${outside.orders-db}'}\ndisk: '${outside.orders-db.port}'\n",
                        STATIC))
                .isEqualTo(
                        "{\"id\":\"/orders\",\"cpus\":1,\"mem\":64,"
                                + "\"env\":{\"DB\":\"jdbc:postgresql://router.example.com:15432/orders\","
                                + "\"HOST\":\"router.example.com\"},\"labels\":{\"SHELL\":\"${outside.orders-db}\"},\"disk\":15432}");
    }

    @Test
    void stopADefinitionThatNeedsWhatTheRealmDoesNotKnow() {
        refused(
                "${outside.order-db}",
                STATIC,
                "env.DB needs the service order-db outside Marathon, which the realm qa does"
                        + " not know; did you mean 'orders-db'? Add it under outside.services in realms.yaml");
        refused(
                "${outside.orders-db.address}",
                STATIC,
                "env.DB has ${outside.orders-db.address}: write ${outside.NAME},"
                        + " ${outside.NAME.host} or ${outside.NAME.port}");
    }

    @Test
    void stopADefinitionThatNeedsWhatNobodyServes() throws Exception {
        try (TestingServer zooKeeper = new TestingServer(true);
                CuratorFramework client =
                        CuratorFrameworkFactory.newClient(zooKeeper.getConnectString(), new RetryOneTime(50))) {
            client.start();
            String where = "zk://" + zooKeeper.getConnectString() + "/services/orders-db";
            String found = "{port: 15432, zookeeper: '" + where + "'}";
            refused(
                    "${outside.orders-db}",
                    found,
                    "env.DB needs the service orders-db outside Marathon, of which no server is" + " registered at "
                            + where + ": start one, or correct its zookeeper in realms.yaml");
            client.create().creatingParentsIfNeeded().forPath("/services/orders-db/odd", new byte[] {'?'});
            refused(
                    "${outside.orders-db}",
                    found,
                    "env.DB needs the service orders-db outside Marathon, of which no server is" + " registered at "
                            + where + " (odd is none): start one, or correct its zookeeper in realms.yaml");
            client.create()
                    .forPath(
                            "/services/orders-db/one",
                            "{\"address\":\"10.0.0.5\",\"port\":5432}".getBytes(StandardCharsets.UTF_8));

            assertThat(rendered("env: {DB: '${outside.orders-db}'}", found))
                    .endsWith("\"env\":{\"DB\":\"router.example.com:15432\"}}");
        }
    }

    @Test
    void stopADefinitionWhereNobodyCanSay() {
        refused(
                "${outside.orders-db}",
                "{port: 15432, zookeeper: 'zk://127.0.0.1:1/services/orders-db'}",
                "env.DB needs the service orders-db outside Marathon: tried to find servers at"
                        + " zk://127.0.0.1:1/services/orders-db but no ZooKeeper answered in time");
    }

    private void refused(String value, String service, String message) {
        assertThatThrownBy(() -> rendered("env:\n  DB: '" + value + "'\n", service))
                .isInstanceOf(DefinitionException.class)
                .hasMessage("marathon.yaml:5:7: " + message);
    }

    private String rendered(String more, String service) throws IOException {
        DefinitionText text = new DefinitionText("marathon.yaml", "id: /orders\ncpus: 1\nmem: 64\n" + more);
        return text.rendered(Optional.empty(), realm(service), Map.of()).toString();
    }

    private Realm realm(String service) throws IOException {
        Path file = Files.writeString(directory.resolve("realms.yaml"), """
                realms:
                  qa:
                    local: {}
                    outside: {host: router.example.com, services: {orders-db: %s}}
                """.formatted(service));
        return Realms.read(file, name -> Path.of("/state", name)).get("qa");
    }
}
