package net.sf.json;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;

public final class JSONArray extends AbstractJSON implements JSON, List<Object>, Comparable {
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
        throw compileOnly();
    }

    public boolean add(Object value) {
        throw compileOnly();
    }

    public boolean addAll(Collection collection) {
        throw compileOnly();
    }

    public boolean addAll(int index, Collection collection) {
        throw compileOnly();
    }

    public void clear() {
        throw compileOnly();
    }

    public int compareTo(Object obj) {
        throw compileOnly();
    }

    public boolean contains(Object o) {
        throw compileOnly();
    }

    public boolean containsAll(Collection collection) {
        throw compileOnly();
    }

    public JSONArray element(boolean value) {
        throw compileOnly();
    }

    public JSONArray element(Collection value) {
        throw compileOnly();
    }

    public JSONArray element(double value) {
        throw compileOnly();
    }

    public JSONArray element(int value) {
        throw compileOnly();
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
        throw compileOnly();
    }

    public JSONArray element(long value) {
        throw compileOnly();
    }

    public JSONArray element(Map value) {
        throw compileOnly();
    }

    public JSONArray element(Object value) {
        throw compileOnly();
    }

    public JSONArray element(String value) {
        throw compileOnly();
    }

    public boolean equals(Object obj) {
        throw compileOnly();
    }

    public Object get(int index) {
        throw compileOnly();
    }

    public JSONObject getJSONObject(int index) {
        throw compileOnly();
    }

    public String getString(int index) {
        throw compileOnly();
    }

    public int hashCode() {
        throw compileOnly();
    }

    public int indexOf(Object o) {
        throw compileOnly();
    }

    public boolean isArray() {
        throw compileOnly();
    }

    public boolean isEmpty() {
        throw compileOnly();
    }

    public Iterator iterator() {
        throw compileOnly();
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
        throw compileOnly();
    }

    public List subList(int fromIndex, int toIndex) {
        throw compileOnly();
    }

    public Object[] toArray() {
        throw compileOnly();
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

    public Writer write(Writer w) throws IOException {
        throw compileOnly();
    }

    public Writer writeCanonical(Writer w) throws IOException {
        throw compileOnly();
    }
}
