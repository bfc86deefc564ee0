package hudson.model;

import java.util.Collection;
import java.util.List;
import jenkins.model.RunAction2;

public class CauseAction implements RunAction2 {
    private final List<Cause> causes;

    public CauseAction(Cause c) {
        this(List.of(c));
    }

    public CauseAction(Cause... c) {
        this(List.of(c));
    }

    public CauseAction(Collection<? extends Cause> causes) {
        this.causes = List.copyOf(causes);
    }

    public CauseAction(CauseAction ca) {
        this(ca.causes);
    }

    public List<Cause> getCauses() {
        return causes;
    }

    public <T extends Cause> T findCause(Class<T> type) {
        return causes.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    public String getDisplayName() {
        return "Cause";
    }

    public String getIconFileName() {
        return null;
    }

    public String getUrlName() {
        return "cause";
    }

    public void onLoad(Run<?, ?> owner) {}

    public void onAttached(Run<?, ?> owner) {}
}
