package io.cerebro.local.marathon;

import io.cerebro.local.task.Runner.Stream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a Mesos agent would keep what a task writes.
 *
 * @param taskId whose sandbox it is
 * @param stream the file in it; empty for the directory itself
 */
record Sandbox(String taskId, Optional<Stream> stream) {
    private static final Pattern PATH = Pattern.compile(".*/executors/([^/]+)/runs/[^/]+?(?:/(stdout|stderr))?/?");

    static Optional<Sandbox> at(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches()
                ? Optional.of(new Sandbox(
                        matcher.group(1),
                        Optional.ofNullable(matcher.group(2))
                                .map(name -> Stream.valueOf(name.toUpperCase(Locale.ROOT)))))
                : Optional.empty();
    }

    static String directory(String agentId, String taskId) {
        return "/var/lib/mesos/slaves/" + agentId + "/frameworks/" + frameworkId(agentId) + "/executors/" + taskId
                + "/runs/" + container(taskId);
    }

    static String container(String taskId) {
        return UUID.nameUUIDFromBytes(taskId.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String frameworkId(String agentId) {
        return agentId.replaceFirst("-S0$", "-0000");
    }
}
