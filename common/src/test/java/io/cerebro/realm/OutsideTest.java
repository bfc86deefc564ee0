package io.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideTest {
    @TempDir
    Path directory;

    @Test
    void readsServersAndWhereToFindThem() throws IOException {
        assertThat(read("""
                        {host: router.example.com, services: {
                          orders-db: {port: 15432, servers: ['10.0.0.5:5432', 'db2.example.com:5432']},
                          legacy: {port: 18080, mode: http, zookeeper: 'zk://zk1,zk2:2182/services/legacy'}}}"""))
                .isEqualTo(new Outside(
                        "router.example.com",
                        Map.of(
                                "orders-db",
                                new OutsideService(
                                        15_432,
                                        OutsideService.Mode.TCP,
                                        List.of("10.0.0.5:5432", "db2.example.com:5432"),
                                        Optional.empty()),
                                "legacy",
                                new OutsideService(
                                        18_080,
                                        OutsideService.Mode.HTTP,
                                        List.of(),
                                        Optional.of(URI.create("zk://zk1:2181,zk2:2182/services/legacy"))))));
    }

    @Test
    void isReachedAtTheAddressOfARealmOnThisMachine() throws IOException {
        assertThat(read("{services: {db: {port: 1, servers: ['10.0.0.5:5432']}}}")
                        .host())
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{services: {db: {servers: ['a:1']}}}"
                        + "|4:30: realms.qa.outside.services.db.port is missing, such as 15432",
                "{services: {db: {port: 1, servers: []}}}"
                        + "|4:30: realms.qa.outside.services.db: it has either servers, such as [10.0.0.5:5432], or a"
                        + " zookeeper, such as zk://zk1:2181/services/orders-db",
                "{services: {db: {port: 1, servers: ['a:1 check']}}}"
                        + "|4:50: realms.qa.outside.services.db.servers[0]: 'a:1 check' is not a server: give it as host and"
                        + " port, 10.0.0.5:5432",
                "{services: {db: {port: 1, servers: ['a:70000']}}}"
                        + "|4:50: realms.qa.outside.services.db.servers[0]: 'a:70000' is not a server: give it as host and"
                        + " port, 10.0.0.5:5432",
                "{services: {Db: {port: 1, servers: ['a:1']}}}"
                        + "|4:30: realms.qa.outside.services.Db is not a service's name: it has lower-case letters, digits"
                        + " and '-', such as orders-db",
                "{services: {a: {port: 1, servers: ['a:1']}, b: {port: 1, servers: ['a:1']}}}"
                        + "|4:14: realms.qa.outside: a and b have the same port, 1: give each its own",
                "{host: 'a b', services: {a: {port: 1, servers: ['a:1']}}}"
                        + "|4:14: realms.qa.outside: 'a b' is not a host, such as router.example.com",
            })
    void refusesWhatWouldNotWork(String outside, String message) {
        assertThatThrownBy(() -> read(outside))
                .isInstanceOf(RealmsException.class)
                .hasMessage(directory.resolve("realms.yaml") + ":" + message);
    }

    private Outside read(String outside) throws IOException {
        Path file = Files.writeString(
                directory.resolve("realms.yaml"), "realms:\n  qa:\n    local: {}\n    outside: " + outside + "\n");
        return Realms.read(file, name -> Path.of("/state", name))
                .get("qa")
                .additions()
                .outside();
    }
}
