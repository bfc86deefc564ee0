package net.sf.json;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

public final class JSONObject extends AbstractJSON implements JSON, Map<String, Object>, Comparable {
    private final Map<String, Object> entries = new LinkedHashMap<>();

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
        entries.clear();
    }

    public int compareTo(Object obj) {
        throw compileOnly();
    }

    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    public boolean containsValue(Object value) {
        return entries.containsValue(value);
    }

    public JSONObject element(String key, boolean value) {
        entries.put(key, value);
        return this;
    }

    public JSONObject element(String key, Collection value) {
        entries.put(key, value);
        return this;
    }

    public JSONObject element(String key, double value) {
        entries.put(key, value);
        return this;
    }

    public JSONObject element(String key, int value) {
        entries.put(key, value);
        return this;
    }

    public JSONObject element(String key, long value) {
        entries.put(key, value);
        return this;
    }

    public JSONObject element(String key, Map value) {
        entries.put(key, value);
        return this;
    }

    public JSONObject element(String key, Object value) {
        entries.put(key, value);
        return this;
    }

    public Set entrySet() {
        return entries.entrySet();
    }

    public boolean equals(Object obj) {
        return obj instanceof JSONObject that && entries.equals(that.entries);
    }

    public Object get(Object key) {
        return entries.get(key);
    }

    public Object get(String key) {
        return entries.get(key);
    }

    public boolean getBoolean(String key) {
        return Boolean.parseBoolean(get(key).toString());
    }

    public int getInt(String key) {
        return Integer.parseInt(get(key).toString());
    }

    public JSONArray getJSONArray(String key) {
        return (JSONArray) get(key);
    }

    public JSONObject getJSONObject(String key) {
        return (JSONObject) get(key);
    }

    public long getLong(String key) {
        throw compileOnly();
    }

    public String getString(String key) {
        return get(key).toString();
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public int hashCode() {
        return entries.hashCode();
    }

    public boolean isArray() {
        return false;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public boolean isNullObject() {
        return false;
    }

    public Iterator<String> keys() {
        return entries.keySet().iterator();
    }

    public Set<String> keySet() {
        return entries.keySet();
    }

    public Object opt(String key) {
        return entries.get(key);
    }

    public boolean optBoolean(String key) {
        return optBoolean(key, false);
    }

    public boolean optBoolean(String key, boolean defaultValue) {
        return has(key) ? Boolean.parseBoolean(get(key).toString()) : defaultValue;
    }

    public int optInt(String key) {
        return optInt(key, 0);
    }

    public int optInt(String key, int defaultValue) {
        return has(key) ? Integer.parseInt(get(key).toString()) : defaultValue;
    }

    public JSONArray optJSONArray(String key) {
        return get(key) instanceof JSONArray it ? it : null;
    }

    public JSONObject optJSONObject(String key) {
        return get(key) instanceof JSONObject it ? it : null;
    }

    public long optLong(String key) {
        throw compileOnly();
    }

    public long optLong(String key, long defaultValue) {
        throw compileOnly();
    }

    public String optString(String key) {
        return optString(key, "");
    }

    public String optString(String key, String defaultValue) {
        return Objects.toString(get(key), defaultValue);
    }

    public Object put(String key, Object value) {
        return entries.put(key, value);
    }

    public void putAll(Map map) {
        entries.putAll(map);
    }

    public Object remove(Object key) {
        return entries.remove(key);
    }

    public Object remove(String key) {
        return entries.remove(key);
    }

    public int size() {
        return entries.size();
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
        return entries.values();
    }
}
