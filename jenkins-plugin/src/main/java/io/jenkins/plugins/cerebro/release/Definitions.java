package io.jenkins.plugins.cerebro.release;

import hudson.FilePath;
import hudson.model.Run;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.definition.DefinitionText;
import io.cerebro.definition.JobText;
import io.cerebro.definition.OverlayNames;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Realm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the definition that a step names: a plan's, a text, or a file of the workspace with its overlay beside it. */
final class Definitions {
    private static final int LARGEST = 1 << 20;

    private static final Kind APP = new Kind(
            "marathon.yaml", "plan (what cerebroPlan returned) or definition (its text)", "Marathon takes no more");
    private static final Kind JOB = new Kind("job.yaml", "definition (its text)", "Cerebro reads no more");

    private final Request request;
    private final Realm realm;

    Definitions(Request request, Realm realm) {
        this.request = request;
        this.realm = realm;
    }

    /**
     * The definition, rendered for the realm.
     *
     * @param workspace null where the step runs without a node
     * @throws IllegalArgumentException if it is not to be had; the message says what to give instead
     * @throws io.cerebro.definition.DefinitionException if it is no app definition
     */
    AppDefinition find(Run<?, ?> run, @Nullable FilePath workspace) throws IOException, InterruptedException {
        Optional<String> plan = request.text("plan");
        if (plan.isPresent()) {
            return Plans.of(run).read(plan.get()).definition();
        }
        Found found = found(APP, workspace);
        AppDefinition definition = found.text().rendered(found.overlay(), realm, request.variables());
        return request.text("image").map(definition::withImage).orElse(definition);
    }

    /**
     * The same of a job for Chronos, for which there are no plans.
     *
     * @throws IllegalArgumentException as {@link #find}
     * @throws io.cerebro.definition.DefinitionException if it is no job
     */
    JobDefinition job(@Nullable FilePath workspace) throws IOException, InterruptedException {
        Found found = found(JOB, workspace);
        return new JobText(found.text()).rendered(found.overlay(), realm, request.variables());
    }

    /**
     * What differs between apps and jobs.
     *
     * @param file the default
     * @param instead what may be given in its place
     * @param most why there is a largest one
     */
    private record Kind(String file, String instead, String most) {}

    private record Found(DefinitionText text, Optional<DefinitionText> overlay) {}

    private Found found(Kind kind, @Nullable FilePath workspace) throws IOException, InterruptedException {
        Optional<String> definition = request.text("definition");
        return definition.isPresent()
                ? new Found(new DefinitionText("definition", definition.get()), Optional.empty())
                : fromFile(kind, workspace);
    }

    private Found fromFile(Kind kind, @Nullable FilePath workspace) throws IOException, InterruptedException {
        String file = request.text("file").orElse(kind.file());
        if (workspace == null) {
            throw new IllegalArgumentException("there is no workspace to read " + file
                    + " from: call the step within node, or give " + kind.instead());
        }
        OverlayNames names = OverlayNames.of(file, realm.name());
        List<String> there = new ArrayList<>();
        for (String name : names.all()) {
            if (workspace.child(name).exists()) {
                there.add(name);
            }
        }
        Optional<String> overlay = names.among(there);
        return new Found(
                text(kind, workspace, file),
                overlay.isPresent() ? Optional.of(text(kind, workspace, overlay.get())) : Optional.empty());
    }

    private static DefinitionText text(Kind kind, FilePath workspace, String name)
            throws IOException, InterruptedException {
        try (InputStream file = workspace.child(name).read()) {
            byte[] bytes = file.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IllegalArgumentException(name + " is larger than 1 MB, and " + kind.most());
            }
            return new DefinitionText(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + " is not text in UTF-8", e);
        } catch (NoSuchFileException | java.io.FileNotFoundException e) {
            throw new IllegalArgumentException(
                    "there is no file " + name + " in the workspace " + workspace.getRemote(), e);
        }
    }
}
