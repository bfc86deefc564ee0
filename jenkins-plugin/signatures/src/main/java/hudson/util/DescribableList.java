package hudson.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Descriptor.FormException;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public class DescribableList<T extends Describable<T>, D extends Descriptor<T>> extends PersistedList<T> {
    protected DescribableList() {}

    public DescribableList(Saveable owner) {}

    public DescribableList(Saveable owner, Collection<? extends T> initialList) {
        super(initialList);
    }

    public void replace(T item) throws IOException {
        throw compileOnly();
    }

    public T get(D descriptor) {
        throw compileOnly();
    }

    public boolean contains(D d) {
        throw compileOnly();
    }

    public void remove(D descriptor) throws IOException {
        throw compileOnly();
    }

    public Map<D, T> toMap() {
        throw compileOnly();
    }

    public void rebuild(StaplerRequest2 req, JSONObject json, List<? extends Descriptor<T>> descriptors)
            throws FormException, IOException {
        throw compileOnly();
    }

    public void rebuildHetero(
            StaplerRequest2 req, JSONObject formData, Collection<? extends Descriptor<T>> descriptors, String key)
            throws FormException, IOException {
        throw compileOnly();
    }

    public <U extends T> U get(Class<U> type) {
        throw compileOnly();
    }
}
