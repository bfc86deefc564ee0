package io.cerebro.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.realm.OutsideService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.TestingServer;
import org.apache.curator.x.discovery.ServiceDiscovery;
import org.apache.curator.x.discovery.ServiceDiscoveryBuilder;
import org.apache.curator.x.discovery.ServiceInstance;
import org.apache.curator.x.discovery.ServiceInstanceBuilder;
import org.apache.curator.x.discovery.ServiceType;
import org.apache.curator.x.discovery.details.JsonInstanceSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteredServersTest {
    private TestingServer zooKeeper;
    private CuratorFramework client;
    private RegisteredServers servers;

    @BeforeEach
    void start() throws Exception {
        zooKeeper = new TestingServer(true);
        client = CuratorFrameworkFactory.newClient(zooKeeper.getConnectString(), new RetryOneTime(50));
        client.start();
        URI url = URI.create("zk://" + zooKeeper.getConnectString() + "/services/orders-db");
        servers = new RegisteredServers(url, OutsideService::isServer);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        zooKeeper.close();
    }

    @Test
    void findsThoseThatAreRegisteredAndEnabled() throws Exception {
        assertThat(servers.find()).isEqualTo(new RegisteredServers.Found(List.of(), List.of()));
        register("7f21", """
                {"name":"orders-db","id":"7f21","address":"10.0.0.6","port":5432,"sslPort":null,"payload":null,
                 "registrationTimeUTC":1764340000000,"serviceType":"DYNAMIC","uriSpec":null,"enabled":true}""");
        register("a0c3", """
                {"name":"orders-db","id":"a0c3","address":"10.0.0.5","port":null,"sslPort":5433,
                 "payload":{"@class":"com.example.Db","zone":"a"},"serviceType":"STATIC"}""");
        register("dead", "{\"address\":\"10.0.0.7\",\"port\":5432,\"enabled\":false}");

        assertThat(servers.find())
                .isEqualTo(new RegisteredServers.Found(List.of("10.0.0.5:5433", "10.0.0.6:5432"), List.of()));
    }

    /** Unless told otherwise Curator writes as its first versions did, which do not say whether an instance is enabled. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsWhatCuratorsOwnServiceDiscoveryRegistersAndNoLongerWhatHasLeft(boolean compatible) throws Exception {
        try (ServiceDiscovery<Void> discovery = ServiceDiscoveryBuilder.builder(Void.class)
                .client(client)
                .basePath("/services")
                .serializer(new JsonInstanceSerializer<>(Void.class, compatible))
                .build()) {
            discovery.start();
            ServiceInstance<Void> first =
                    instance().address("10.0.0.5").port(5432).build();
            discovery.registerService(first);
            discovery.registerService(instance()
                    .address("10.0.0.6")
                    .sslPort(5433)
                    .serviceType(ServiceType.PERMANENT)
                    .build());
            discovery.registerService(
                    instance().address("10.0.0.7").port(5432).enabled(false).build());

            String[] there = compatible
                    ? new String[] {"10.0.0.5:5432", "10.0.0.6:5433", "10.0.0.7:5432"}
                    : new String[] {"10.0.0.5:5432", "10.0.0.6:5433"};
            assertThat(servers.find().servers()).containsExactly(there);

            discovery.unregisterService(first);
            assertThat(servers.find().servers()).doesNotContain("10.0.0.5:5432").contains("10.0.0.6:5433");
        }
    }

    private static ServiceInstanceBuilder<Void> instance() throws Exception {
        return ServiceInstance.<Void>builder().name("orders-db");
    }

    @Test
    void takesNothingForAServerThatCouldMeanMoreInAConfiguration() throws Exception {
        register("evil", "{\"address\":\"10.0.0.5:80 check\\n  http-request deny #\",\"port\":5432}");
        register("none", "{\"address\":\"10.0.0.5\"}");
        register("text", "10.0.0.5:5432");
        register("well", "{\"address\":\"10.0.0.5\",\"port\":5432}");

        RegisteredServers.Found found = servers.find();

        assertThat(found.servers()).containsExactly("10.0.0.5:5432");
        assertThat(found.odd()).containsExactlyInAnyOrder("evil", "none", "text");
    }

    private void register(String id, String json) throws Exception {
        client.create()
                .creatingParentsIfNeeded()
                .forPath("/services/orders-db/" + id, json.getBytes(StandardCharsets.UTF_8));
    }
}
