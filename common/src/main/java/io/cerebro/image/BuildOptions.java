package io.cerebro.image;

import io.cerebro.realm.Secret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options of {@code docker build}; each {@code with} method gives a changed copy.
 *
 * @param args build arguments
 * @param secretArgs build arguments that reach docker through its environment and that no output shows
 * @param cacheFrom images whose layers may be used again
 * @param target the stage to build; empty for the last one
 * @param platform such as {@code linux/amd64}; empty for the engine's own
 * @param pull whether to look for newer base images
 */
public record BuildOptions(
        Map<String, String> args,
        Map<String, Secret> secretArgs,
        Map<String, String> labels,
        List<String> cacheFrom,
        Optional<String> target,
        Optional<String> platform,
        boolean pull,
        boolean noCache) {
    public static final BuildOptions NONE =
            new BuildOptions(Map.of(), Map.of(), Map.of(), List.of(), Optional.empty(), Optional.empty(), false, false);

    private static final Pattern ARG = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?");
    private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern PLATFORM = Pattern.compile("[a-z0-9]+/[a-z0-9]+(?:/[a-z0-9]+)?");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]*");

    public BuildOptions {
        args = copy(args);
        secretArgs = copy(secretArgs);
        labels = copy(labels);
        cacheFrom = List.copyOf(cacheFrom);
        args.keySet().forEach(name -> require(ARG, name, "a build argument's name", "VERSION"));
        secretArgs.keySet().forEach(name -> require(ARG, name, "a build argument's name", "VERSION"));
        labels.keySet().forEach(name -> require(LABEL, name, "a label's name", "com.example.team"));
        cacheFrom.forEach(
                image -> require(IMAGE, image, "an image to take layers from", "127.0.0.1:5000/shop/orders:v1"));
        target.ifPresent(name -> require(TARGET, name, "a build stage", "build"));
        platform.ifPresent(name -> require(PLATFORM, name, "a platform", "linux/amd64"));
    }

    private static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static void require(Pattern pattern, String value, String what, String example) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not " + what + "; one is " + example);
        }
    }

    public BuildOptions withArg(String name, String value) {
        return new BuildOptions(and(args, name, value), secretArgs, labels, cacheFrom, target, platform, pull, noCache);
    }

    public BuildOptions withSecretArg(String name, Secret value) {
        return new BuildOptions(args, and(secretArgs, name, value), labels, cacheFrom, target, platform, pull, noCache);
    }

    public BuildOptions withLabel(String name, String value) {
        return new BuildOptions(args, secretArgs, and(labels, name, value), cacheFrom, target, platform, pull, noCache);
    }

    /** Labels that say where the image comes from. */
    public BuildOptions with(Provenance provenance) {
        BuildOptions labelled = this;
        for (Map.Entry<String, String> label : provenance.labels().entrySet()) {
            labelled = labelled.withLabel(label.getKey(), label.getValue());
        }
        return labelled;
    }

    public BuildOptions withCacheFrom(String image) {
        List<String> images = new ArrayList<>(cacheFrom);
        images.add(image);
        return new BuildOptions(args, secretArgs, labels, images, target, platform, pull, noCache);
    }

    public BuildOptions withTarget(String stage) {
        return new BuildOptions(args, secretArgs, labels, cacheFrom, Optional.of(stage), platform, pull, noCache);
    }

    public BuildOptions withPlatform(String name) {
        return new BuildOptions(args, secretArgs, labels, cacheFrom, target, Optional.of(name), pull, noCache);
    }

    public BuildOptions withPull() {
        return new BuildOptions(args, secretArgs, labels, cacheFrom, target, platform, true, noCache);
    }

    public BuildOptions withoutCache() {
        return new BuildOptions(args, secretArgs, labels, cacheFrom, target, platform, pull, true);
    }

    private static <T> Map<String, T> and(Map<String, T> map, String name, T value) {
        Map<String, T> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }
}
