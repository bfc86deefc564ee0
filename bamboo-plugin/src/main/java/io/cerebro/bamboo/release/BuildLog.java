package io.cerebro.bamboo.release;

import com.atlassian.bamboo.build.logger.BuildLogger;
import io.cerebro.realm.Mask;
import java.util.List;

/** The log of the build, in lines that show no secret of ours: Bamboo's own masking is not there in every version. */
final class BuildLog {
    private final BuildLogger logger;
    private final Mask mask;

    BuildLog(BuildLogger logger, List<String> secrets) {
        this.logger = logger;
        this.mask = Mask.of(secrets.stream());
    }

    void say(String line) {
        logger.addBuildLogEntry("[Cerebro] " + masked(line));
    }

    /** As another program has said it. */
    void raw(String line) {
        logger.addBuildLogEntry(masked(line));
    }

    void error(String line) {
        logger.addErrorLogEntry("[Cerebro] " + masked(line));
    }

    String masked(String text) {
        return mask.over(text);
    }
}
