package io.jenkins.plugins.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import hudson.model.Run;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import io.cerebro.traffic.Share;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreestyleReleaseTest {
    @TempDir
    Path directory;

    private Scene scene;
    private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void build() throws Exception {
        scene = Scene.of("shop/orders#12", directory);
    }

    @AfterEach
    void forget() {
        Scene.reset();
    }

    @Test
    void waitsForTheEnd() throws Exception {
        begin(Scene.request(Goal.RELEASE));
        scene.until(() -> scene.marathon.app(Drive.ORDERS.canary()).isPresent());
        assertThat(over.getCount()).isEqualTo(1);
        scene.toEnd();

        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(thrown.get()).isNull();
        assertThat(scene.shares()).containsExactly(Share.ISOLATED, Share.percent(10), Share.OFF);
    }

    @Test
    void turnsBackBeforeItLetsAnInterruptThrough() throws Exception {
        Thread executor = begin(Scene.request(Goal.RELEASE));
        scene.untilPartial();
        executor.interrupt();
        scene.await(scene.timer::calls);
        scene.toEnd();

        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class).hasMessage("the build was aborted");
        assertThat(scene.shares()).containsExactly(Share.ISOLATED, Share.percent(10), Share.OFF);
        assertThat(scene.marathon.app(Drive.ORDERS.canary())).isEmpty();
    }

    @Test
    void failsWithOneSentence() throws Exception {
        begin(Scene.request(Goal.PROMOTE));

        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(thrown.get())
                .isInstanceOf(AbortException.class)
                .hasMessage("give service, such as service: '/orders'");
    }

    private Thread begin(Request request) {
        Thread executor = new Thread(() -> release(request), "Executor #1");
        executor.setDaemon(true);
        executor.start();
        return executor;
    }

    private void release(Request request) {
        try {
            new InScene(request).toEnd();
        } catch (AbortException | InterruptedException e) {
            thrown.set(e);
        } finally {
            over.countDown();
        }
    }

    private final class InScene extends FreestyleRelease {
        InScene(Request request) {
            super(request, scene.run, scene.workspace(), scene.listener());
        }

        @Override
        public Lent lend(Run<?, ?> run, String realm) {
            return scene.lend();
        }

        @Override
        public void ended(Progress reached) {
            super.ended(reached);
            scene.over();
        }
    }
}
