package io.cerebro.chronos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobDifferencesTest {
    /** As Chronos 3 tells one: JobSerializer.scala in github.com/mesos/chronos at c1348ddfd80e. */
    private static final String LIVE = """
            {"name": "report", "command": "./report.sh", "shell": true, "executor": "", "executorFlags": "",
             "taskInfoData": "", "retries": 2, "owner": "orders@example.com", "ownerName": "", "description": "",
             "successCount": 190, "errorCount": 3, "lastSuccess": "2026-11-24T02:00:17.507Z", "lastError": "",
             "cpus": 0.5, "disk": 256.0, "mem": 128.0, "disabled": false, "softError": false,
             "dataProcessingJobType": false, "errorsSinceLastSuccess": 0, "fetch": [], "uris": [],
             "environmentVariables": [{"name": "DAY", "value": "monday"}], "arguments": [], "highPriority": false,
             "runAsUser": "root", "concurrent": false, "maxCompletionTime": 0,
             "container": {"type": "DOCKER", "image": "report:v1", "network": "HOST", "networkInfos": [],
                           "volumes": [], "forcePullImage": false, "parameters": []},
             "constraints": [], "schedule": "R/2026-11-25T02:00:00.000Z/P1D", "scheduleTimeZone": ""}""";

    private static final String SENT = """
            {"name": "report", "command": "./report.sh", "owner": "orders@example.com", "cpus": 0.5, "mem": 128,
             "environmentVariables": [{"name": "DAY", "value": "monday"}], "container": {"image": "report:v1"},
             "schedule": "R/2026-11-23T02:00:00Z/P1D"}""";

    @Test
    void findsNoneInWhatChronosFillsInCountsAndMovesOn() throws Exception {
        assertThat(differences(SENT)).isEmpty();
    }

    @Test
    void namesEachAndHidesWhatVariablesAreSetTo() throws Exception {
        assertThat(differences(SENT.replace("report:v1", "report:v2")
                        .replace("monday", "friday")
                        .replace("T02:00:00Z", "T03:00:00Z")
                        .replace("\"mem\": 128", "\"mem\": 256, \"concurrent\": true")))
                .containsExactly(
                        "concurrent: false -> true",
                        "container.image: report:v1 -> report:v2",
                        "environmentVariables.DAY: (hidden) -> (hidden)",
                        "mem: 128 -> 256",
                        "schedule: R/2026-11-25T02:00:00.000Z/P1D -> R/2026-11-23T03:00:00Z/P1D");
    }

    private static List<String> differences(String sent) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        return JobDifferences.between(
                        new Job((ObjectNode) mapper.readTree(LIVE)), JobDefinition.of(mapper.readTree(sent)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
