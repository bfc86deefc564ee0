package io.cerebro.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Realms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definitions that the documentation shows. */
final class ExamplesTest {
    private static final Path ORDERS = Path.of("..", "docs", "examples", "orders");

    @TempDir
    Path directory;

    @Test
    void ordersIsFineInEveryRealm() throws IOException {
        JsonNode qa = DefinitionFile.read(ORDERS.resolve("marathon.yaml"), realm("qa"), Map.of())
                .json();
        JsonNode prod = DefinitionFile.read(
                        ORDERS.resolve("marathon.yaml"), realm("prod"), Map.of("SERVICE_PORT", "9090"))
                .json();
        assertThat(qa.path("instances").intValue()).isEqualTo(2);
        assertThat(prod.path("instances").intValue()).isEqualTo(3);
        assertThat(qa.at("/container/docker/image").textValue()).isEqualTo("127.0.0.1:5000/shop/orders");
        assertThat(qa.at("/container/portMappings/0/servicePort").intValue()).isEqualTo(8080);
        assertThat(prod.at("/container/portMappings/0/servicePort").intValue()).isEqualTo(9090);
        assertThat(prod.at("/upgradeStrategy/maximumOverCapacity").doubleValue())
                .isEqualTo(0.5);
        assertThat(prod.at("/upgradeStrategy/minimumHealthCapacity").doubleValue())
                .isEqualTo(1);
    }

    @Test
    void ordersRunsAsAPlainProcess() throws IOException {
        JsonNode json = DefinitionFile.read(
                        ORDERS.resolve("marathon.process.yaml"),
                        realm("qa"),
                        Map.of("ORDERS_CLASSES", "/opt/orders", "VERSION", "v2"))
                .json();
        assertThat(json.path("cmd").textValue())
                .isEqualTo("exec java -Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms32m -Xmx48m -Xss256k"
                        + " -Dsun.net.httpserver.nodelay=true -Dsun.net.httpserver.idleInterval=300 -Dsun.net.httpserver.maxIdleConnections=1000 -cp '/opt/orders'"
                        + " Orders \"$PORT0\"");
        assertThat(json.at("/env/VERSION").textValue()).isEqualTo("v2");
        assertThat(json.has("container")).isFalse();
    }

    @Test
    void theReportIsAJobInEveryRealm() throws IOException {
        Path report = ORDERS.resolveSibling("orders-report");
        JsonNode job = DefinitionFile.job(report.resolve("job.yaml"), realm("prod"), Map.of())
                .json();
        assertThat(job.at("/container/image").textValue()).isEqualTo("registry.example.com/shop/orders-report:v1");
        assertThat(DefinitionFile.job(report.resolve("mail.yaml"), realm("qa"), Map.of())
                        .schedule())
                .isEmpty();
    }

    private Realm realm(String name) throws IOException {
        Path realms = Files.writeString(
                directory.resolve("realms.yaml"), "realms: {qa: {local: {}}, prod: {local: {address: 127.0.0.3}}}");
        return Realms.read(realms, home -> directory).get(name);
    }
}
