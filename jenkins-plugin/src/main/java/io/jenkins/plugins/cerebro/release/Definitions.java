package io.jenkins.plugins.cerebro.release;

import hudson.FilePath;
import hudson.model.Run;
import io.cerebro.definition.DefinitionText;
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

/** Finds the app definition that a step names: a plan's, a text, or a file of the workspace with its overlay beside it. */
final class Definitions {
    private static final String FILE = "marathon.yaml";
    private static final int LARGEST = 1 << 20;

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
        AppDefinition definition = request.text("definition").isPresent()
                ? rendered(
                        new DefinitionText(
                                "definition", request.text("definition").get()),
                        Optional.empty())
                : fromFile(request.text("file").orElse(FILE), workspace);
        return request.text("image").map(definition::withImage).orElse(definition);
    }

    private AppDefinition fromFile(String file, @Nullable FilePath workspace) throws IOException, InterruptedException {
        if (workspace == null) {
            throw new IllegalArgumentException(
                    "there is no workspace to read " + file
                            + " from: call the step within node, or give plan (what cerebroPlan returned) or definition (its text)");
        }
        OverlayNames names = OverlayNames.of(file, realm.name());
        List<String> there = new ArrayList<>();
        for (String name : names.all()) {
            if (workspace.child(name).exists()) {
                there.add(name);
            }
        }
        Optional<String> overlay = names.among(there);
        return rendered(
                text(workspace, file),
                overlay.isPresent() ? Optional.of(text(workspace, overlay.get())) : Optional.empty());
    }

    private AppDefinition rendered(DefinitionText text, Optional<DefinitionText> overlay) {
        return text.rendered(overlay, realm, request.variables());
    }

    private static DefinitionText text(FilePath workspace, String name) throws IOException, InterruptedException {
        try (InputStream file = workspace.child(name).read()) {
            byte[] bytes = file.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IllegalArgumentException(name + " is larger than 1 MB, and Marathon takes no more");
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
