package hudson.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

public class CopyOnWriteList<E> implements Iterable<E> {
    public CopyOnWriteList(List<E> core) {}

    public CopyOnWriteList() {}

    public void add(E e) {
        throw compileOnly();
    }

    public void addAll(Collection<? extends E> items) {
        throw compileOnly();
    }

    public boolean remove(E e) {
        throw compileOnly();
    }

    public Iterator<E> iterator() {
        throw compileOnly();
    }

    public void replaceBy(CopyOnWriteList<? extends E> that) {
        throw compileOnly();
    }

    public void replaceBy(Collection<? extends E> that) {
        throw compileOnly();
    }

    public void replaceBy(E... that) {
        throw compileOnly();
    }

    public void clear() {
        throw compileOnly();
    }

    public <T> T[] toArray(T[] array) {
        throw compileOnly();
    }

    public List<E> getView() {
        throw compileOnly();
    }

    public boolean isEmpty() {
        throw compileOnly();
    }

    public int size() {
        throw compileOnly();
    }

    public boolean contains(Object item) {
        throw compileOnly();
    }
}
