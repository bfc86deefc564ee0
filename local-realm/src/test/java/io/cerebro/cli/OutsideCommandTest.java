package io.cerebro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.realm.OutsideService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideCommandTest {
    @Test
    void printsSectionsThatHaproxyTakes(@TempDir Path directory) throws Exception {
        List<String> servers = List.of("10.0.0.5:5432", "10.0.0.6:5432");
        String tcp = OutsideCommand.section(
                "orders-db", new OutsideService(15_432, OutsideService.Mode.TCP, servers, Optional.empty()), servers);
        assertThat(tcp).isEqualTo("""

                listen outside_orders-db
                  bind *:15432
                  mode tcp
                  timeout client 1h
                  timeout server 1h
                  server o0 10.0.0.5:5432 check
                  server o1 10.0.0.6:5432 check
                """);
        String http = OutsideCommand.section(
                "legacy", new OutsideService(18_080, OutsideService.Mode.HTTP, servers, Optional.empty()), List.of());
        Path file = Files.writeString(
                directory.resolve("haproxy.cfg"),
                "defaults\n  timeout connect 1s\n  timeout client 30s\n  timeout server 30s\n" + tcp + http);

        ProcessBuilder haproxy = new ProcessBuilder("haproxy", "-c", "-f", file.toString()).redirectErrorStream(true);
        haproxy.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
        Process check = haproxy.start();

        assertThat(new String(check.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Configuration file is valid");
        assertThat(check.waitFor()).isZero();
    }
}
