package io.cerebro.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRequestTest {
    @Test
    void deploysWhereNothingElseIsSaid() {
        assertThat(of(Map.of()))
                .isEqualTo(
                        new JobRequest(JobRequest.Action.DEPLOY, Optional.empty(), false, false, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start  |        |       |       |      | action must be one of deploy, run, wait, delete, but is 'start'
            run    |        |       |       |      | job is missing: action 'run' needs one, such as orders-report
            run    | report | true  |       |      | run belongs to action 'deploy', not to 'run'
            deploy |        |       | true  |      | onlyTasks belongs to action 'delete', not to 'deploy'
            delete | report | false | true  | soon | within is a duration such as 500ms, 30s, 5m or 1h, not 'soon'
            wait   | a b    |       |       |      | 'a b' is not a job's name: it has letters, digits, '_', '.' and '-'
            """)
    void saysWhatToGive(String action, String job, String run, String onlyTasks, String within, String message) {
        assertThatThrownBy(() -> JobRequest.of(field -> Optional.ofNullable(
                        switch (field) {
                            case "action" -> action;
                            case "job" -> job;
                            case "run" -> run;
                            case "onlyTasks" -> onlyTasks;
                            default -> within;
                        })))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static JobRequest of(Map<String, String> texts) {
        return JobRequest.of(field -> Optional.ofNullable(texts.get(field)));
    }
}
