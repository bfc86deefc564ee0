package io.cerebro.image;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What is built, and what it is called.
 *
 * @param context the directory that the Dockerfile may copy from; a relative one is in the workspace
 * @param dockerfile a relative one is in the context
 * @param tag a name for people; deploys use the digest. Give each build its own
 */
public record ImageBuild(Path context, Path dockerfile, ImageName name, String tag, BuildOptions options) {
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    public ImageBuild {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException(
                    "'" + tag + "' is not an image's tag: it has 1 to 128 letters, digits, '_', '.'"
                            + " and '-', and begins with none of the last two");
        }
    }

    /** The context's own Dockerfile, without options. */
    public static ImageBuild of(Path context, ImageName name, String tag) {
        return new ImageBuild(context, Path.of("Dockerfile"), name, tag, BuildOptions.NONE);
    }

    public ImageBuild withDockerfile(Path file) {
        return new ImageBuild(context, file, name, tag, options);
    }

    public ImageBuild with(BuildOptions changed) {
        return new ImageBuild(context, dockerfile, name, tag, changed);
    }

    /** {@code 127.0.0.1:5000/shop/orders:v2}. */
    public String reference() {
        return name + ":" + tag;
    }
}
