package hudson;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.AbstractList;
import java.util.Iterator;
import jenkins.util.io.OnMaster;

public class ExtensionList<T> extends AbstractList<T> implements OnMaster {
    public <U extends T> U get(Class<U> type) {
        throw compileOnly();
    }

    public <U extends T> U getInstance(Class<U> type) throws IllegalStateException {
        throw compileOnly();
    }

    public Iterator<T> iterator() {
        throw compileOnly();
    }

    public T get(int index) {
        throw compileOnly();
    }

    public int size() {
        throw compileOnly();
    }

    public static <T> ExtensionList<T> lookup(Class<T> type) {
        throw compileOnly();
    }

    public static <U> U lookupSingleton(Class<U> type) {
        throw compileOnly();
    }

    public static <U> U lookupFirst(Class<U> type) {
        throw compileOnly();
    }
}
