package io.jenkins.plugins.cerebro.realm;

import hudson.util.FormValidation;
import io.cerebro.gate.Preview;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.MarathonException;
import io.cerebro.realm.RealmsException;
import io.cerebro.realm.SourceAccess;
import io.cerebro.release.Overrides;
import io.cerebro.release.RealmCheck;
import io.cerebro.release.Settings;
import io.cerebro.traffic.RouterException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** Form validation by the very code that reads the field later; it says nothing to people who may not configure Jenkins. */
final class Check {
    private Check() {}

    static boolean allowed() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    /** A field that may be left empty. */
    static FormValidation optional(@Nullable String value, Consumer<String> reader) {
        return Text.given(value) == null ? FormValidation.ok() : required(value, reader);
    }

    static FormValidation required(@Nullable String value, Consumer<String> reader) {
        if (!allowed()) {
            return FormValidation.ok();
        }
        try {
            reader.accept(Text.or(value, ""));
            return FormValidation.ok();
        } catch (IllegalArgumentException | RealmsException e) {
            return FormValidation.error(String.valueOf(e.getMessage()));
        }
    }

    /** What answers, or the one sentence why not. */
    static FormValidation connection(Supplier<String> question) {
        try {
            return FormValidation.ok(question.get());
        } catch (IllegalArgumentException | RealmsException | Unreachable | MarathonException | RouterException e) {
            return FormValidation.error(String.valueOf(e.getMessage()));
        }
    }

    /** What each source says of a service, one a line; a warning where the gate would get nothing from one of them. */
    static FormValidation sources(Supplier<List<SourceAccess>> sources, @Nullable String service) {
        String id = Text.given(service);
        if (id == null) {
            return FormValidation.error("give the id of a service that runs here, such as /shop/orders");
        }
        try {
            List<Preview> previews = RealmCheck.sources(sources.get(), AppId.of(id));
            String lines = previews.stream().map(Preview::toString).collect(Collectors.joining("\n"));
            if (previews.isEmpty()) {
                return FormValidation.ok("there are no sources");
            }
            return previews.stream().allMatch(Preview::useful)
                    ? FormValidation.ok(lines)
                    : FormValidation.warning(lines);
        } catch (IllegalArgumentException | RealmsException e) {
            return FormValidation.error(String.valueOf(e.getMessage()));
        }
    }

    /** A field of {@link Overrides}. */
    static FormValidation override(String field, @Nullable String value) {
        return optional(value, text -> new Overrides(Map.of(field, text)).over(Settings.DEFAULT));
    }
}
