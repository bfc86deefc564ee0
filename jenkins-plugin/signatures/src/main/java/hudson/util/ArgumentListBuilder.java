package hudson.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.File;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class ArgumentListBuilder implements Serializable, Cloneable {
    private final List<String> args = new ArrayList<>();
    private final BitSet mask = new BitSet();

    public ArgumentListBuilder() {}

    public ArgumentListBuilder(String... args) {
        add(args);
    }

    public ArgumentListBuilder add(Object a) {
        return add(a.toString());
    }

    public ArgumentListBuilder add(Object a, boolean mask) {
        return add(a.toString(), mask);
    }

    public ArgumentListBuilder add(File f) {
        return add(f.getAbsolutePath());
    }

    public ArgumentListBuilder add(String a) {
        return add(a, false);
    }

    public ArgumentListBuilder add(String a, boolean mask) {
        if (a != null) {
            this.mask.set(args.size(), mask);
            args.add(a);
        }
        return this;
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
        return add(List.of(args));
    }

    public ArgumentListBuilder add(Iterable<String> args) {
        args.forEach(this::add);
        return this;
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
        return args.toArray(String[]::new);
    }

    public ArgumentListBuilder clone() {
        throw compileOnly();
    }

    public void clear() {
        throw compileOnly();
    }

    public List<String> toList() {
        return args;
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
        return !mask.isEmpty();
    }

    public boolean[] toMaskArray() {
        boolean[] masks = new boolean[args.size()];
        mask.stream().forEach(it -> masks[it] = true);
        return masks;
    }

    public void addMasked(String string) {
        add(string, true);
    }

    public ArgumentListBuilder addMasked(Secret s) {
        return add(Secret.toString(s), true);
    }

    public String toString() {
        throw compileOnly();
    }
}
