package io.cerebro.bamboo.specs;

import java.util.Map;

/** Cerebro: Build image. Builds and pushes an image, and sets {@code bamboo.cerebro.image} to it, pinned by its digest. */
public final class CerebroBuild extends CerebroTask<CerebroBuild> {
    public CerebroBuild() {
        super("build", "realm", "name");
    }

    /** The image's name in the registry, such as {@code shop/orders}; must be given. */
    public CerebroBuild name(String text) {
        return with("name", text);
    }

    /** A tag for people; releases use the digest. Default: the build's number. */
    public CerebroBuild tag(String text) {
        return with("tag", text);
    }

    /** The directory that is sent to Docker, in the working directory. Default: that itself. */
    public CerebroBuild context(String directory) {
        return with("context", directory);
    }

    /** The Dockerfile, within the context. Default: {@code Dockerfile}. */
    public CerebroBuild dockerfile(String file) {
        return with("dockerfile", file);
    }

    /** Build arguments, one {@code NAME=VALUE} a line. They can be read in the image's history: no secrets. */
    public CerebroBuild buildArgs(String lines) {
        return with("buildArgs", lines);
    }

    /** Build arguments. They can be read in the image's history: no secrets. */
    public CerebroBuild buildArgs(Map<String, String> args) {
        return with("buildArgs", args);
    }

    /** Labels of the image, one {@code NAME=VALUE} a line. */
    public CerebroBuild labels(String lines) {
        return with("labels", lines);
    }

    /** Labels of the image. */
    public CerebroBuild labels(Map<String, String> labels) {
        return with("labels", labels);
    }

    /** Images whose layers may be used again. */
    public CerebroBuild cacheFrom(String... images) {
        return with("cacheFrom", String.join("\n", images));
    }

    /** The Dockerfile's stage to stop at. Default: the last one. */
    public CerebroBuild target(String stage) {
        return with("target", stage);
    }

    /** Such as {@code linux/amd64}. Default: the engine's own. */
    public CerebroBuild platform(String name) {
        return with("platform", name);
    }

    /** Whether to look for newer base images. Default: no. */
    public CerebroBuild pull(boolean newer) {
        return with("pull", Boolean.toString(newer));
    }

    /** Whether to build every step anew. Default: no. */
    public CerebroBuild noCache(boolean anew) {
        return with("noCache", Boolean.toString(anew));
    }
}
