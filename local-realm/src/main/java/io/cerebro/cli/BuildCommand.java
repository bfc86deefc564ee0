package io.cerebro.cli;

import io.cerebro.image.BuildOptions;
import io.cerebro.image.Docker;
import io.cerebro.image.ImageBuild;
import io.cerebro.image.ImageName;
import io.cerebro.image.LocalCommands;
import io.cerebro.image.PinnedImage;
import io.cerebro.image.Provenance;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Registry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cerebro build}. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description =
                "Builds a Dockerfile, pushes the image to the realm's registry, and prints it pinned by the digest"
                        + " that the registry answered: the only line on standard output, so that a script can take it.")
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private RealmsOption realms = new RealmsOption();

    @Parameters(index = "0", paramLabel = "REALM", description = "The realm, as realms.yaml names it.")
    private String realmName = "";

    @Parameters(index = "1", paramLabel = "CONTEXT", description = "The directory that is sent to Docker.")
    private Path context = Path.of(".");

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "The image's name, such as shop/orders.")
    private String name = "";

    @Option(names = "--tag", required = true, paramLabel = "TAG", description = "Its tag, such as v2 or a commit.")
    private String tag = "";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = "Dockerfile",
            description = "The Dockerfile, within the context. Default: Dockerfile.")
    private Path dockerfile = Path.of("Dockerfile");

    @Option(names = "--build-arg", paramLabel = "NAME=VALUE", description = "A build argument. May be repeated.")
    private Map<String, String> arguments = new LinkedHashMap<>();

    @Option(names = "--label", paramLabel = "NAME=VALUE", description = "A label of the image. May be repeated.")
    private Map<String, String> labels = new LinkedHashMap<>();

    @Option(names = "--target", paramLabel = "STAGE", description = "The Dockerfile's stage to stop at.")
    private @Nullable String target;

    @Option(
            names = "--cache-from",
            paramLabel = "IMAGE",
            description = "An image to take layers from. May be repeated.")
    private List<String> cacheFrom = new ArrayList<>();

    @Option(names = "--pull", description = "Look for newer base images.")
    private boolean pull;

    @Option(names = "--no-cache", description = "Build every step anew.")
    private boolean noCache;

    @Option(names = "--revision", paramLabel = "COMMIT", description = "The sources' commit, for the image's labels.")
    private @Nullable String revision;

    @Option(names = "--source", paramLabel = "URL", description = "The sources' repository, for the image's labels.")
    private @Nullable String source;

    @Override
    public Integer call() throws InterruptedException {
        Realm realm = realms.realm(realmName);
        Registry registry = realm.registry()
                .orElseThrow(() -> new IllegalArgumentException(
                        "realm " + realmName + " has no registry to push to; give it registry.address"));
        ImageBuild build = new ImageBuild(
                context.toAbsolutePath(), dockerfile, ImageName.of(registry.image(name)), tag, options());
        PinnedImage image = new Docker(new LocalCommands(), Path.of("").toAbsolutePath())
                .publish(build, registry.login(), System.err::println);
        System.out.println(image);
        return ExitCode.DONE;
    }

    private BuildOptions options() {
        BuildOptions options = new BuildOptions(
                arguments, Map.of(), labels, cacheFrom, Optional.ofNullable(target), Optional.empty(), pull, noCache);
        return options.with(new Provenance(
                Instant.now(),
                Optional.ofNullable(source),
                Optional.ofNullable(revision),
                Optional.of(tag),
                Optional.empty()));
    }
}
