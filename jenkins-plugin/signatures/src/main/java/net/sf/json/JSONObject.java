package net.sf.json;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

public final class JSONObject extends AbstractJSON implements JSON, Map<String, Object>, Comparable {
    public static JSONObject fromObject(Object object) {
        throw compileOnly();
    }

    public JSONObject() {}

    public JSONObject(boolean isNull) {
        this();
    }

    public JSONObject accumulate(String key, boolean value) {
        throw compileOnly();
    }

    public JSONObject accumulate(String key, double value) {
        throw compileOnly();
    }

    public JSONObject accumulate(String key, int value) {
        throw compileOnly();
    }

    public JSONObject accumulate(String key, long value) {
        throw compileOnly();
    }

    public JSONObject accumulate(String key, Object value) {
        throw compileOnly();
    }

    public void clear() {
        throw compileOnly();
    }

    public int compareTo(Object obj) {
        throw compileOnly();
    }

    public boolean containsKey(Object key) {
        throw compileOnly();
    }

    public boolean containsValue(Object value) {
        throw compileOnly();
    }

    public JSONObject element(String key, boolean value) {
        throw compileOnly();
    }

    public JSONObject element(String key, Collection value) {
        throw compileOnly();
    }

    public JSONObject element(String key, double value) {
        throw compileOnly();
    }

    public JSONObject element(String key, int value) {
        throw compileOnly();
    }

    public JSONObject element(String key, long value) {
        throw compileOnly();
    }

    public JSONObject element(String key, Map value) {
        throw compileOnly();
    }

    public JSONObject element(String key, Object value) {
        throw compileOnly();
    }

    public Set entrySet() {
        throw compileOnly();
    }

    public boolean equals(Object obj) {
        throw compileOnly();
    }

    public Object get(Object key) {
        throw compileOnly();
    }

    public Object get(String key) {
        throw compileOnly();
    }

    public boolean getBoolean(String key) {
        throw compileOnly();
    }

    public int getInt(String key) {
        throw compileOnly();
    }

    public JSONArray getJSONArray(String key) {
        throw compileOnly();
    }

    public JSONObject getJSONObject(String key) {
        throw compileOnly();
    }

    public long getLong(String key) {
        throw compileOnly();
    }

    public String getString(String key) {
        throw compileOnly();
    }

    public boolean has(String key) {
        throw compileOnly();
    }

    public int hashCode() {
        throw compileOnly();
    }

    public boolean isArray() {
        throw compileOnly();
    }

    public boolean isEmpty() {
        throw compileOnly();
    }

    public boolean isNullObject() {
        throw compileOnly();
    }

    public Iterator<String> keys() {
        throw compileOnly();
    }

    public Set<String> keySet() {
        throw compileOnly();
    }

    public Object opt(String key) {
        throw compileOnly();
    }

    public boolean optBoolean(String key) {
        throw compileOnly();
    }

    public boolean optBoolean(String key, boolean defaultValue) {
        throw compileOnly();
    }

    public int optInt(String key) {
        throw compileOnly();
    }

    public int optInt(String key, int defaultValue) {
        throw compileOnly();
    }

    public JSONArray optJSONArray(String key) {
        throw compileOnly();
    }

    public JSONObject optJSONObject(String key) {
        throw compileOnly();
    }

    public long optLong(String key) {
        throw compileOnly();
    }

    public long optLong(String key, long defaultValue) {
        throw compileOnly();
    }

    public String optString(String key) {
        throw compileOnly();
    }

    public String optString(String key, String defaultValue) {
        throw compileOnly();
    }

    public Object put(String key, Object value) {
        throw compileOnly();
    }

    public void putAll(Map map) {
        throw compileOnly();
    }

    public Object remove(Object key) {
        throw compileOnly();
    }

    public Object remove(String key) {
        throw compileOnly();
    }

    public int size() {
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

    public Collection values() {
        throw compileOnly();
    }

    public Writer write(Writer w) throws IOException {
        throw compileOnly();
    }

    public Writer writeCanonical(Writer w) throws IOException {
        throw compileOnly();
    }
}
