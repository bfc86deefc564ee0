package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.TaskFailure;
import java.util.List;
import java.util.Locale;

/** Tells a task whose image could not be had from one that ended by itself, and what to look at. */
final class FailedPull {
    /** Of Docker's command line and its daemon, which Mesos's agent repeats, and of Mesos's own image provisioner. */
    private static final List<String> WORDS = List.of(
            " pull ",
            "pull access denied",
            "failed to pull",
            "failed to perform 'curl'",
            "manifest unknown",
            "manifest for ",
            "no such image",
            "unable to find image");

    private FailedPull() {}

    /** Empty where it was not; else what to say after Mesos's own words. */
    static String hint(TaskFailure failure, App app) {
        String message = failure.message().toLowerCase(Locale.ROOT);
        String image = app.definition().json().at("/container/docker/image").asText();
        return !image.isEmpty() && WORDS.stream().anyMatch(message::contains)
                ? ", the image " + image + " could not be pulled: is it in the registry, and may the agents pull it?"
                : "";
    }
}
