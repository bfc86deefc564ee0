package hudson;

import io.cerebro.signatures.Fakes;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.util.io.OnMaster;

public class ExtensionList<T> extends AbstractList<T> implements OnMaster {
    private final List<T> found;

    protected ExtensionList(Jenkins jenkins, Class<T> extensionType) {
        this.found = Fakes.extensions(extensionType);
    }

    public <U extends T> U get(Class<U> type) {
        return found.stream()
                .filter(it -> it.getClass() == type)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    public <U extends T> U getInstance(Class<U> type) throws IllegalStateException {
        U it = get(type);
        if (it == null) {
            throw new IllegalStateException(
                    "The class " + type.getName() + " was not found, potentially not yet loaded");
        }
        return it;
    }

    public Iterator<T> iterator() {
        return found.iterator();
    }

    public T get(int index) {
        return found.get(index);
    }

    public int size() {
        return found.size();
    }

    public static <T> ExtensionList<T> lookup(Class<T> type) {
        return new ExtensionList<>(Jenkins.getInstanceOrNull(), type);
    }

    public static <U> U lookupSingleton(Class<U> type) {
        ExtensionList<U> all = lookup(type);
        if (all.size() != 1) {
            throw new IllegalStateException("Expected 1 instance of " + type.getName() + " but got " + all.size());
        }
        return all.get(0);
    }

    public static <U> U lookupFirst(Class<U> type) {
        return lookup(type).get(0);
    }
}
