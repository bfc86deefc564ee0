package hudson.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.Saveable;
import java.io.IOException;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

public class PersistedList<T> extends AbstractList<T> {
    protected final CopyOnWriteList<T> data = null;

    protected Saveable owner;

    protected PersistedList() {}

    protected PersistedList(Collection<? extends T> initialList) {}

    public PersistedList(Saveable owner) {}

    public void setOwner(Saveable owner) {
        throw compileOnly();
    }

    public boolean add(T item) {
        throw compileOnly();
    }

    public boolean addAll(Collection<? extends T> items) {
        throw compileOnly();
    }

    public void replaceBy(Collection<? extends T> col) throws IOException {
        throw compileOnly();
    }

    public T get(int index) {
        throw compileOnly();
    }

    public <U extends T> U get(Class<U> type) {
        throw compileOnly();
    }

    public <U extends T> List<U> getAll(Class<U> type) {
        throw compileOnly();
    }

    public int size() {
        throw compileOnly();
    }

    public void remove(Class<? extends T> type) throws IOException {
        throw compileOnly();
    }

    public void replace(T from, T to) throws IOException {
        throw compileOnly();
    }

    public boolean remove(Object o) {
        throw compileOnly();
    }

    public void clear() {
        throw compileOnly();
    }

    public Iterator<T> iterator() {
        throw compileOnly();
    }

    protected void onModified() throws IOException {
        throw compileOnly();
    }

    public List<T> toList() {
        throw compileOnly();
    }
}
