package io.cerebro.bamboo.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.gate.SequentialJudge;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Event;
import io.cerebro.marathon.Events;
import io.cerebro.marathon.FakeMarathon;
import io.cerebro.release.Goal;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.release.Release;
import io.cerebro.release.World;
import io.cerebro.traffic.FakeRouter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DriveTest {
    private final Clock clock = Clock.systemUTC();
    private final FakeMarathon marathon = new FakeMarathon(clock);
    private final World world = new World(
            marathon, new FakeRouter(marathon), new SequentialJudge(), (host, task, lines) -> List.of(), clock);
    private final Listening events = new Listening();

    @Test
    void turnsBackWhenTheThreadIsInterruptedAndLeavesItInterruptedAfterwards() {
        Interrupts interrupts = Interrupts.begin();
        List<String> said = new CopyOnWriteArrayList<>();
        Progress end = new Drive(world, events, interrupts).toEnd(start(Goal.DEPLOY), (progress, now) -> {
            said.add(progress.says());
            if (said.size() == 2) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(end.outcome().map(Outcome::because).orElseThrow()).startsWith("the build was stopped");
        assertThat(marathon.app(AppId.of("/orders"))).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(events.listeners).isEmpty();
        interrupts.restore();
        assertThat(Thread.interrupted()).isTrue();
    }

    private Progress start(Goal goal) {
        AppDefinition definition = io.cerebro.release.Drive.orders("v1");
        return Progress.start(Release.of(definition, goal, io.cerebro.release.Drive.SETTINGS, "ann", clock.instant()));
    }

    /** See {@link Events}. */
    private static final class Listening implements Events {
        final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

        @Override
        public Subscription listen(Consumer<Event> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        @Override
        public boolean flowing() {
            return true;
        }

        @Override
        public void close() {}
    }
}
