package io.cerebro.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.local.haproxy.HaproxyRotation;
import io.cerebro.local.haproxy.HaproxySettings;
import io.cerebro.local.marathon.LocalMarathonConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalRealmTest {
    @TempDir
    Path directory;

    @Test
    void takesEachStepWhateverTheOneBeforeDid() {
        List<String> steps = new ArrayList<>();
        Runnable failing = () -> {
            steps.add("failing");
            throw new IllegalStateException("the first step failed");
        };

        assertThatThrownBy(() -> LocalRealm.each(failing, () -> steps.add("second"), () -> steps.add("last")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the first step failed");

        assertThat(steps).containsExactly("failing", "second", "last");
    }

    @Test
    void startsNoHaproxyForANameThatIsRefused() {
        HaproxySettings haproxy = HaproxySettings.of("qa", "127.0.0.11", directory.resolve("haproxy"));
        LocalMarathonConfig config =
                LocalMarathonConfig.at("127.0.0.11", directory).withPorts(0, 0);

        assertThatThrownBy(() -> LocalRealm.start("Q A", config, haproxy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'Q A' cannot name a realm: use lower-case letters, digits and hyphens");

        try {
            assertThat(HaproxyRotation.runs(haproxy)).isFalse();
        } finally {
            HaproxyRotation.stop(haproxy);
        }
    }
}
