package net.sf.json;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;

public final class JSONArray extends AbstractJSON implements JSON, List<Object>, Comparable {
    private final List<Object> elements = new ArrayList<>();

    public static JSONArray fromObject(Object object) {
        throw compileOnly();
    }

    public static Object toArray(JSONArray jsonArray) {
        throw compileOnly();
    }

    public static Object toArray(JSONArray jsonArray, Class objectClass) {
        throw compileOnly();
    }

    public static Object toArray(JSONArray jsonArray, Class objectClass, Map classMap) {
        throw compileOnly();
    }

    public JSONArray() {}

    public void add(int index, Object value) {
        elements.add(index, value);
    }

    public boolean add(Object value) {
        return elements.add(value);
    }

    public boolean addAll(Collection collection) {
        return elements.addAll(collection);
    }

    public boolean addAll(int index, Collection collection) {
        throw compileOnly();
    }

    public void clear() {
        elements.clear();
    }

    public int compareTo(Object obj) {
        throw compileOnly();
    }

    public boolean contains(Object o) {
        return elements.contains(o);
    }

    public boolean containsAll(Collection collection) {
        throw compileOnly();
    }

    public JSONArray element(boolean value) {
        elements.add(value);
        return this;
    }

    public JSONArray element(Collection value) {
        elements.add(value);
        return this;
    }

    public JSONArray element(double value) {
        elements.add(value);
        return this;
    }

    public JSONArray element(int value) {
        elements.add(value);
        return this;
    }

    public JSONArray element(int index, boolean value) {
        throw compileOnly();
    }

    public JSONArray element(int index, Collection value) {
        throw compileOnly();
    }

    public JSONArray element(int index, double value) {
        throw compileOnly();
    }

    public JSONArray element(int index, int value) {
        throw compileOnly();
    }

    public JSONArray element(int index, long value) {
        throw compileOnly();
    }

    public JSONArray element(int index, Map value) {
        throw compileOnly();
    }

    public JSONArray element(int index, Object value) {
        throw compileOnly();
    }

    public JSONArray element(int index, String value) {
        throw compileOnly();
    }

    public JSONArray element(JSONObject value) {
        elements.add(value);
        return this;
    }

    public JSONArray element(long value) {
        elements.add(value);
        return this;
    }

    public JSONArray element(Map value) {
        elements.add(value);
        return this;
    }

    public JSONArray element(Object value) {
        elements.add(value);
        return this;
    }

    public JSONArray element(String value) {
        elements.add(value);
        return this;
    }

    public boolean equals(Object obj) {
        return obj instanceof JSONArray that && elements.equals(that.elements);
    }

    public Object get(int index) {
        return elements.get(index);
    }

    public JSONObject getJSONObject(int index) {
        return (JSONObject) get(index);
    }

    public String getString(int index) {
        return get(index).toString();
    }

    public int hashCode() {
        return elements.hashCode();
    }

    public int indexOf(Object o) {
        throw compileOnly();
    }

    public boolean isArray() {
        return true;
    }

    public boolean isEmpty() {
        return elements.isEmpty();
    }

    public Iterator iterator() {
        return elements.iterator();
    }

    public int lastIndexOf(Object o) {
        throw compileOnly();
    }

    public ListIterator listIterator() {
        throw compileOnly();
    }

    public ListIterator listIterator(int index) {
        throw compileOnly();
    }

    public Object remove(int index) {
        throw compileOnly();
    }

    public boolean remove(Object o) {
        throw compileOnly();
    }

    public boolean removeAll(Collection collection) {
        throw compileOnly();
    }

    public boolean retainAll(Collection collection) {
        throw compileOnly();
    }

    public Object set(int index, Object value) {
        throw compileOnly();
    }

    public int size() {
        return elements.size();
    }

    public List subList(int fromIndex, int toIndex) {
        throw compileOnly();
    }

    public Object[] toArray() {
        return elements.toArray();
    }

    public Object[] toArray(Object[] array) {
        throw compileOnly();
    }

    public String toString() {
        throw compileOnly();
    }

    public String toString(int indentFactor) {
        throw compileOnly();
    }

    public String toString(int indentFactor, int indent) {
        throw compileOnly();
    }
}
