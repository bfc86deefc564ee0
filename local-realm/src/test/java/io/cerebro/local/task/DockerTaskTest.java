package io.cerebro.local.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.local.task.Containers.Ending;
import io.cerebro.local.task.DockerTask.Kill;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DockerTaskTest {
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final DockerTask task = new DockerTask(Launches.launch("t1", "{\"id\": \"/orders\", \"mem\": 64}"));

    private DockerTask running() {
        assertThat(task.starts()).isTrue();
        assertThat(task.runs()).isTrue();
        return task;
    }

    @Test
    void isStoppedOnce() {
        running();

        assertThat(task.kill(GRACE)).isEqualTo(Kill.STOP);
        assertThat(task.missedKill()).isFalse();
        assertThat(task.kill(GRACE)).isEqualTo(Kill.NOTHING);
    }

    @Test
    void doesNotStartOnceItIsKilled() {
        assertThat(task.kill(GRACE)).isEqualTo(Kill.FORGET);
        assertThat(task.starts()).isFalse();
    }

    @Test
    void interruptsItsStartWhenKilled() {
        task.starts();

        assertThat(task.kill(GRACE)).isEqualTo(Kill.NOTHING);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(task.refused()).isTrue();
    }

    @Test
    void doesNotPassAnInterruptOnToWhatItsStarterDoesNext() {
        task.starts();
        task.kill(GRACE);

        assertThat(task.runs()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
        assertThat(task.missedKill()).isTrue();
        assertThat(task.missedKill()).isFalse();
    }

    @Test
    void remembersAKillThatCameDuringAFalseAlarm() {
        running();
        assertThat(task.ends()).isTrue();

        assertThat(task.kill(GRACE)).isEqualTo(Kill.NOTHING);

        assertThat(task.livesOn()).isTrue();
        assertThat(task.grace()).isEqualTo(GRACE);
    }

    @Test
    void endsOnce() {
        assertThat(task.ends()).isFalse();
        running();

        assertThat(task.ends()).isTrue();
        assertThat(task.ends()).isFalse();
        assertThat(task.ending(Optional.of(new Ending(false, 0, false))))
                .isEqualTo(new TaskUpdate("t1", "TASK_FINISHED", "Container exited with status 0"));
    }

    @Test
    void isNotOutOfMemoryWhenOnlyAChildOfItWas() {
        running();

        assertThat(task.ending(Optional.of(new Ending(false, 0, true))).state()).isEqualTo("TASK_FINISHED");
        assertThat(task.ending(Optional.of(new Ending(false, 137, true))).message())
                .isEqualTo("Memory limit exceeded: Requested: 64MB Maximum Used: 64MB");
    }
}
