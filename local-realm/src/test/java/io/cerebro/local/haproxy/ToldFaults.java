package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.release.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The same with a daemon that is told of shares, and may not be there to be told. */
abstract class ToldFaults extends RenderedFaults {
    @Override
    abstract ToldRig start(Path directory) throws Exception;

    @Test
    void aDaemonThatIsDownIsNamed() throws Exception {
        ToldRig rig = (ToldRig) rig();
        try (Load load = Load.on(rig.ports())) {
            release().reach("isolated");
            rig.stopDaemon();

            Outcome outcome = release().toEnd();

            String down = "tried to " + rig.request() + " but nothing accepts connections there; is it running?";
            assertThat(outcome.lines()).containsExactly("failed: " + down + NOT_OFF + down);
            assertTakenAway(load);
        }
    }
}
