package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import jenkins.model.RunAction2;

public class CauseAction implements RunAction2 {
    public CauseAction(Cause c) {}

    public CauseAction(Cause... c) {
        this(Arrays.asList(c));
    }

    public CauseAction(Collection<? extends Cause> causes) {}

    public CauseAction(CauseAction ca) {}

    public List<Cause> getCauses() {
        throw compileOnly();
    }

    public <T extends Cause> T findCause(Class<T> type) {
        throw compileOnly();
    }

    public String getDisplayName() {
        throw compileOnly();
    }

    public String getIconFileName() {
        throw compileOnly();
    }

    public String getUrlName() {
        throw compileOnly();
    }

    public void onLoad(Run<?, ?> owner) {
        throw compileOnly();
    }

    public void onAttached(Run<?, ?> owner) {
        throw compileOnly();
    }
}
