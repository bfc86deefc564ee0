package hudson.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.File;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class ArgumentListBuilder implements Serializable, Cloneable {
    public ArgumentListBuilder() {}

    public ArgumentListBuilder(String... args) {}

    public ArgumentListBuilder add(Object a) {
        throw compileOnly();
    }

    public ArgumentListBuilder add(Object a, boolean mask) {
        throw compileOnly();
    }

    public ArgumentListBuilder add(File f) {
        throw compileOnly();
    }

    public ArgumentListBuilder add(String a) {
        throw compileOnly();
    }

    public ArgumentListBuilder add(String a, boolean mask) {
        throw compileOnly();
    }

    public ArgumentListBuilder prepend(String... args) {
        throw compileOnly();
    }

    public ArgumentListBuilder addQuoted(String a) {
        throw compileOnly();
    }

    public ArgumentListBuilder addQuoted(String a, boolean mask) {
        throw compileOnly();
    }

    public ArgumentListBuilder add(String... args) {
        throw compileOnly();
    }

    public ArgumentListBuilder add(Iterable<String> args) {
        throw compileOnly();
    }

    public ArgumentListBuilder addTokenized(String s) {
        throw compileOnly();
    }

    public ArgumentListBuilder addKeyValuePair(String prefix, String key, String value, boolean mask) {
        throw compileOnly();
    }

    public ArgumentListBuilder addKeyValuePairs(String prefix, Map<String, String> props) {
        throw compileOnly();
    }

    public ArgumentListBuilder addKeyValuePairs(String prefix, Map<String, String> props, Set<String> propsToMask) {
        throw compileOnly();
    }

    public String[] toCommandArray() {
        throw compileOnly();
    }

    public ArgumentListBuilder clone() {
        throw compileOnly();
    }

    public void clear() {
        throw compileOnly();
    }

    public List<String> toList() {
        throw compileOnly();
    }

    public String toStringWithQuote() {
        throw compileOnly();
    }

    public ArgumentListBuilder toWindowsCommand(boolean escapeVars) {
        throw compileOnly();
    }

    public ArgumentListBuilder toWindowsCommand() {
        throw compileOnly();
    }

    public boolean hasMaskedArguments() {
        throw compileOnly();
    }

    public boolean[] toMaskArray() {
        throw compileOnly();
    }

    public void addMasked(String string) {
        throw compileOnly();
    }

    public ArgumentListBuilder addMasked(Secret s) {
        throw compileOnly();
    }

    public String toString() {
        throw compileOnly();
    }
}
