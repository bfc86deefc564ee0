package io.cerebro.local.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.local.task.Docker.Answer;
import io.cerebro.local.task.Docker.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An image made on the spot of a static busybox: there may be no registry to pull one from. */
final class BusyboxImage {
    private static final String DOCKERFILE = """
            FROM scratch
            COPY busybox /bin/busybox
            RUN ["/bin/busybox", "--install", "-s", "/bin"]
            COPY serve /serve
            COPY slow /www/cgi-bin/slow
            COPY index.html /www/index.html
            CMD ["/serve"]
            """;

    /** Serves until it is told to stop, and then finishes the request that it is at. */
    private static final String SERVE = """
            #!/bin/sh
            trap 'while [ -e /busy ]; do sleep 0.05; done; echo finished; exit 0' TERM
            httpd -f -p "${LISTEN:-8080}" -h /www &
            echo serving
            while :; do sleep 0.05; done
            """;

    private static final String SLOW = """
            #!/bin/sh
            touch /busy
            printf 'Content-Type: text/plain\\r\\n\\r\\n'
            sleep 1
            echo done
            rm /busy
            """;

    private BusyboxImage() {}

    static void build(Path context, String image) throws Exception {
        Path busybox = Stream.of("/bin/busybox", "/usr/bin/busybox")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("these tests need busybox-static"));
        Files.copy(busybox, context.resolve("busybox"));
        Files.writeString(context.resolve("Dockerfile"), DOCKERFILE);
        executable(context.resolve("serve"), SERVE);
        executable(context.resolve("slow"), SLOW);
        Files.writeString(context.resolve("index.html"), "hello\n");
        docker("build", "--quiet", "--tag", image, context.toString());
    }

    private static void executable(Path file, String script) throws Exception {
        Files.writeString(file, script);
        assertThat(file.toFile().setExecutable(true, false)).isTrue();
    }

    static String docker(String... words) throws Exception {
        Answer answer = new DockerCommand().run(new Call(List.of(words), Map.of(), "", Duration.ofMinutes(2)));
        assertThat(answer.exitCode())
                .as("docker %s: %s", words[0], answer.errors())
                .isZero();
        return answer.output().strip();
    }
}
