package io.cerebro.image;

import io.cerebro.realm.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code docker build}. */
record BuildCommand(ImageBuild build, Tool tool) {
    /** The id of the image, where docker's output tells it. */
    Optional<String> run(Consumer<String> log) throws InterruptedException {
        BuildLog output = new BuildLog();
        int exit = tool.with(secrets()).run(words(), output.andThen(log));
        if (exit != 0) {
            throw new ImageException(output.failedStep()
                    .map(BuildStep::failure)
                    .orElseGet(() -> "tried to build " + build.reference() + " from " + dockerfile() + " in "
                            + context() + " but " + Trouble.of(output.tail())));
        }
        return output.imageId();
    }

    private List<String> words() {
        BuildOptions options = build.options();
        List<String> words = new ArrayList<>(List.of("docker", "build", "--force-rm"));
        option(words, "--file", dockerfile().toString());
        option(words, "--tag", build.reference());
        options.args().forEach((name, value) -> option(words, "--build-arg", name + "=" + value));
        // without a value docker takes it from its environment, where no list of processes shows it
        options.secretArgs().keySet().forEach(name -> option(words, "--build-arg", name));
        options.labels().forEach((name, value) -> option(words, "--label", name + "=" + value));
        options.cacheFrom().forEach(image -> option(words, "--cache-from", image));
        options.target().ifPresent(stage -> option(words, "--target", stage));
        options.platform().ifPresent(platform -> option(words, "--platform", platform));
        flag(words, "--pull", options.pull());
        flag(words, "--no-cache", options.noCache());
        words.add(context().toString());
        return words;
    }

    private static void option(List<String> words, String name, String value) {
        words.add(name);
        words.add(value);
    }

    private static void flag(List<String> words, String name, boolean wanted) {
        if (wanted) {
            words.add(name);
        }
    }

    private Map<String, String> secrets() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, Secret> secret : build.options().secretArgs().entrySet()) {
            values.put(secret.getKey(), secret.getValue().reveal());
        }
        return values;
    }

    private Path context() {
        return tool.workspace().resolve(build.context()).normalize();
    }

    private Path dockerfile() {
        return context().resolve(build.dockerfile()).normalize();
    }
}
