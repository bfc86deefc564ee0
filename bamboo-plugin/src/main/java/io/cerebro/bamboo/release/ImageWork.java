package io.cerebro.bamboo.release;

import com.atlassian.bamboo.v2.build.CommonContext;
import io.cerebro.bamboo.task.Field;
import io.cerebro.bamboo.task.TaskSettings;
import io.cerebro.image.BuildOptions;
import io.cerebro.image.Docker;
import io.cerebro.image.ImageBuild;
import io.cerebro.image.ImageName;
import io.cerebro.image.LocalCommands;
import io.cerebro.image.Provenance;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Registry;
import io.cerebro.release.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Builds and pushes an image, with the docker command of the agent. */
final class ImageWork {
    private ImageWork() {}

    static boolean publish(Work work) throws InterruptedException {
        Realm realm = work.realm();
        Registry registry = realm.registry()
                .orElseThrow(() -> new IllegalArgumentException("realm " + realm.name()
                        + " has no registry to push to: give it registry.address in the realms"));
        String image = new Docker(new LocalCommands(), work.directory())
                .publish(build(work, registry), registry.login(), work.log()::raw)
                .toString();
        CommonContext context = work.context().getCommonContext();
        context.getVariableContext().addResultVariable(Work.IMAGE, image);
        context.getCurrentResult().getCustomBuildData().put(Work.IMAGE, image);
        work.log().say("pushed " + image + ", from here on ${bamboo." + Work.IMAGE + "}");
        return true;
    }

    private static ImageBuild build(Work work, Registry registry) {
        TaskSettings settings = work.settings();
        String tag = settings.text(Field.TAG)
                .orElseGet(() ->
                        number(work.context().getCommonContext().getResultKey().getKey()));
        return new ImageBuild(
                Path.of(settings.textOrDefault(Field.CONTEXT)),
                Path.of(settings.textOrDefault(Field.DOCKERFILE)),
                ImageName.of(registry.image(settings.required(Field.NAME))),
                tag,
                options(work, tag));
    }

    /** The build's: {@code 12} of {@code SHOP-ORD-JOB1-12}. */
    private static String number(String resultKey) {
        return resultKey.substring(resultKey.lastIndexOf('-') + 1);
    }

    private static BuildOptions options(Work work, String tag) {
        TaskSettings settings = work.settings();
        Source source = Origin.of(work.context()).source();
        Provenance provenance =
                new Provenance(Instant.now(), Optional.empty(), source.commit(), Optional.of(tag), source.build());
        return new BuildOptions(
                        settings.pairs(Field.BUILD_ARGS),
                        Map.of(),
                        settings.pairs(Field.LABELS),
                        settings.lines(Field.CACHE_FROM),
                        settings.text(Field.TARGET),
                        settings.text(Field.PLATFORM),
                        settings.flag(Field.PULL),
                        settings.flag(Field.NO_CACHE))
                .with(provenance);
    }
}
