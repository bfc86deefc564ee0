package io.cerebro.bamboo.release;

import com.atlassian.bamboo.task.CommonTaskContext;
import io.cerebro.bamboo.realm.TaskRealms;
import io.cerebro.bamboo.realm.Variables;
import io.cerebro.bamboo.task.Field;
import io.cerebro.bamboo.task.TaskSettings;
import io.cerebro.definition.DefinitionFile;
import io.cerebro.definition.DefinitionText;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.Realm;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import io.cerebro.release.RealmConnection;
import io.cerebro.release.RealmConnections;
import io.cerebro.release.RealmConnections.Loan;
import io.cerebro.release.Release;
import io.cerebro.release.Size;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What a task has to do, and with what. */
record Work(TaskSettings settings, CommonTaskContext context, TaskRealms realms, BuildLog log) {
    /** The variable by which a built image is handed on. */
    static final String IMAGE = "cerebro.image";

    private static final String OUTCOME = "cerebro.outcome";
    private static final RealmConnections CONNECTIONS = new RealmConnections();

    /** @throws io.cerebro.realm.RealmsException if there is none of this name */
    Realm realm() {
        return realms.get(settings.required(Field.REALM));
    }

    /** A connection that all tasks of this agent share. */
    static Loan borrow(Realm realm) {
        return CONNECTIONS.borrow(realm);
    }

    /** Where the task runs. */
    Path directory() {
        return context.getWorkingDirectory().toPath();
    }

    /** For a later task or a final one to send on: {@code ${bamboo.cerebro.outcome}}. */
    void handOn(String outcome) {
        context.getCommonContext().getVariableContext().addLocalVariable(OUTCOME, log.masked(outcome));
    }

    Variables variables() {
        return Variables.of(context.getCommonContext());
    }

    Release release(Realm realm, RealmConnection connection) {
        var travel = settings.overrides().over(connection.settings());
        Instant now = connection.world().clock().instant();
        Origin origin = Origin.of(context);
        String by = origin.by();
        return settings.goal().needsDefinition()
                ? Release.of(definition(realm), settings.goal(), travel, by, now)
                        .from(origin.source())
                : Release.of(AppId.of(settings.required(Field.SERVICE)), settings.goal(), travel, by, now);
    }

    /** @throws IllegalArgumentException if the realm does not allow the size */
    Progress start(Release release, Realm realm) {
        if (release.goal() != Goal.SCALE) {
            return Progress.start(release);
        }
        Size size = Size.of(settings.required(Field.INSTANCES), realm.limits());
        return Progress.scale(release, settings.flag(Field.DURING_RELEASE) ? size.alsoDuringRelease() : size);
    }

    private AppDefinition definition(Realm realm) {
        AppDefinition definition = settings.text(Field.DEFINITION)
                .map(text ->
                        new DefinitionText("definition", text).rendered(Optional.empty(), realm, settings.variables()))
                .orElseGet(() -> DefinitionFile.read(
                        directory().resolve(settings.textOrDefault(Field.FILE)), realm, settings.variables()));
        return settings.text(Field.IMAGE)
                .or(() -> variables().get(IMAGE))
                .map(definition::withImage)
                .orElse(definition);
    }
}
