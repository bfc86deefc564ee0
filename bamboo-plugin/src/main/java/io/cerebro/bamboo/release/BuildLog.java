package io.cerebro.bamboo.release;

import com.atlassian.bamboo.build.logger.BuildLogger;
import java.util.Comparator;
import java.util.List;

/** The log of the build, in lines that show no secret of ours: Bamboo's own masking is not there in every version. */
final class BuildLog {
    private final BuildLogger logger;
    private final List<String> secrets;

    BuildLog(BuildLogger logger, List<String> secrets) {
        this.logger = logger;
        this.secrets = secrets.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
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
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "****");
        }
        return masked;
    }
}
