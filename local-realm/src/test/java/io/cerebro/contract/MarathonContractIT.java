package io.cerebro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Cerebro's client relies on in Marathon, asked of a Marathon on this machine or, with {@code -Dmarathon.url}, of any
 * other. Leaves nothing behind there.
 */
class MarathonContractIT
        implements TruthContract, DeploymentContract, PutContract, ErrorContract, ReadingContract, EventContract {
    @TempDir
    private static Path directory;

    private static Subject subject;
    private static Ground ground;
    private static Heard heard;

    @BeforeAll
    static void open() {
        subject = Subject.open(directory);
        ground = new Ground(subject.remote());
        heard = Heard.of(subject.remote());
    }

    @AfterEach
    void clear() {
        ground.clear();
    }

    @AfterAll
    static void close() {
        try (Subject last = subject;
                Heard then = heard;
                Ground first = ground) {
            assertThat(List.of(first, then, last)).doesNotContainNull();
        }
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public Ground ground() {
        return ground;
    }

    @Override
    public Heard heard() {
        return heard;
    }
}
