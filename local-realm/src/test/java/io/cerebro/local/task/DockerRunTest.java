package io.cerebro.local.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.local.task.Docker.Call;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DockerRunTest {
    private static Call call(String definition, Integer... ports) {
        Launch launch = Launches.launch("t1", definition, ports);
        return DockerRun.call(launch, "cerebro-qa-t1", Map.of("cerebro.task", "t1"));
    }

    private static Call container(String fields) {
        return call("{\"id\": \"/orders\", \"container\": {%s}}".formatted(fields));
    }

    private static Call docker(String fields) {
        return container("\"docker\": {\"image\": \"orders:1\", %s}".formatted(fields));
    }

    @Test
    void saysAllThatTheDefinitionSays() {
        Call call = call("""
                {"id": "/orders", "cpus": 0.125, "mem": 64.5, "args": ["serve", "--port", "$PORT0"],
                 "networks": [{"mode": "container/bridge"}],
                 "container": {"type": "DOCKER",
                   "docker": {"image": "registry:5000/shop/orders@sha256:abc", "forcePullImage": true, "privileged": true,
                     "parameters": [{"key": "ulimit", "value": "nofile=1024"}]},
                   "volumes": [{"hostPath": "/etc/ssl", "containerPath": "/ssl", "mode": "RO"}],
                   "portMappings": [{"containerPort": 8080, "protocol": "tcp"}, {"containerPort": 0, "protocol": "udp,tcp"}]}}
                """, 31001, 31002);

        assertThat(call.words())
                .containsExactly(
                        "run",
                        "--detach",
                        "--name=cerebro-qa-t1",
                        "--label=cerebro.task=t1",
                        "--pull=always",
                        "--privileged",
                        "--cpus=0.125",
                        "--cpu-shares=128",
                        "--memory=67633152b",
                        "--memory-swap=67633152b",
                        "--env-file=/dev/stdin",
                        "--publish=127.0.0.21:31001:8080/tcp",
                        "--publish=127.0.0.21:31002:31002/udp",
                        "--publish=127.0.0.21:31002:31002/tcp",
                        "--volume=/etc/ssl:/ssl:ro",
                        "--ulimit=nofile=1024",
                        "--log-driver=json-file",
                        "--log-opt=max-size=5m",
                        "--log-opt=max-file=2",
                        "registry:5000/shop/orders@sha256:abc",
                        "serve",
                        "--port",
                        "$PORT0");
    }

    @Test
    void givesACmdToAShell() {
        Call call = call("""
                {"id": "/orders", "cmd": "exec serve $PORT0", "networks": [{"mode": "host"}],
                 "container": {"docker": {"image": "orders:1"}}}
                """, 31001);

        assertThat(call.words())
                .contains("--pull=missing", "--network=host")
                .noneMatch(word -> word.startsWith("--publish"));
        assertThat(call.words()).endsWith("--entrypoint=/bin/sh", "orders:1", "-c", "exec serve $PORT0");
    }

    @Test
    void asksForNoMoreCpusThanThereAre() {
        Call call =
                call("{\"id\": \"/orders\", \"cpus\": 1000, \"container\": {\"docker\": {\"image\": \"orders:1\"}}}");

        assertThat(call.words())
                .contains("--cpus=" + Runtime.getRuntime().availableProcessors() + ".000", "--cpu-shares=1024000");
    }

    @Test
    void putsNoVariablesValueAmongTheWords() {
        Call call = call("""
                {"id": "/orders", "env": {"PASSWORD": "hunter2", "KEY": "-----BEGIN\\nhunter3\\n"},
                 "container": {"docker": {"image": "orders:1"}}}
                """);

        assertThat(call.words()).noneMatch(word -> word.contains("hunter")).contains("--env=KEY");
        assertThat(call.input()).contains("PASSWORD=hunter2\n").doesNotContain("hunter3");
        assertThat(call.environment()).containsExactly(Map.entry("KEY", "-----BEGIN\nhunter3\n"));
        assertThat(call).hasToString("docker run");
    }

    @Test
    void leavesTheLogToADefinitionThatHasItsOwn() {
        Call call = docker("\"parameters\": [{\"key\": \"log-driver\", \"value\": \"syslog\"}]");

        assertThat(call.words()).contains("--log-driver=syslog").noneMatch(word -> word.startsWith("--log-opt"));
    }

    @Test
    void joinsANamedNetwork() {
        Call call = call("""
                {"id": "/orders", "networks": [{"mode": "container", "name": "shop"}],
                 "container": {"docker": {"image": "orders:1"}, "portMappings": [{"containerPort": 80}]}}
                """, 31001);

        assertThat(call.words()).contains("--network=shop", "--publish=127.0.0.21:31001:80/tcp");
    }

    @Test
    void refusesWhatWouldTakeAContainerOutOfOurHands() {
        assertThatThrownBy(() -> docker("\"parameters\": [{\"key\": \"name\", \"value\": \"mine\"}]"))
                .isInstanceOf(Refused.class)
                .hasMessage("The docker parameter 'name' cannot be set in a realm on one machine: remove it");
        assertThatThrownBy(() -> docker("\"parameters\": [{\"key\": \"x y\", \"value\": \"\"}]"))
                .hasMessage("The docker parameter 'x y' cannot be set in a realm on one machine: remove it");
    }

    @Test
    void refusesVolumesThatAreNoHostVolumes() {
        assertThatThrownBy(
                        () -> container(
                                "\"docker\": {\"image\": \"o\"}, \"volumes\": [{\"containerPath\": \"data\", \"persistent\": {}}]"))
                .isInstanceOf(Refused.class)
                .hasMessage("The volume 'data' has no 'hostPath': a realm on one machine has host volumes only");
        assertThatThrownBy(
                        () -> container(
                                "\"docker\": {\"image\": \"o\"}, \"volumes\": [{\"containerPath\": \"/d\", \"hostPath\": \"a\"}]"))
                .hasMessage("The volume's hostPath 'a' is not absolute");
        assertThatThrownBy(
                        () -> container(
                                "\"docker\": {\"image\": \"o\"}, \"volumes\": [{\"containerPath\": \"/d:x\", \"hostPath\": \"/a\"}]"))
                .hasMessage("The containerPath '/d:x' must be neither empty nor hold a ':'");
    }

    @Test
    void refusesAnImageThatIsAnOption() {
        assertThatThrownBy(() -> container("\"docker\": {\"image\": \"--privileged\"}"))
                .isInstanceOf(Refused.class)
                .hasMessage("'--privileged' is not the name of an image");
    }
}
