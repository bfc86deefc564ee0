package io.jenkins.plugins.cerebro.pipeline;

import groovy.lang.GroovyObjectSupport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a block of a Declarative pipeline consists of. */
public final class Sections extends GroovyObjectSupport {
    private static final Set<String> AGENTS = Set.of("any", "none");

    private final String block;
    private final Set<String> allowed;
    private final List<Section> found = new ArrayList<>();

    /** One of them, in the order of the file. */
    public record Section(String name, List<Object> arguments) {
        public Object last() {
            return arguments.get(arguments.size() - 1);
        }
    }

    public Sections(String block, List<String> allowed) {
        this.block = block;
        this.allowed = Set.copyOf(allowed);
    }

    public List<Section> all() {
        return List.copyOf(found);
    }

    /** Null where there is none. */
    public Object of(String name) {
        return found.stream()
                .filter(section -> section.name().equals(name))
                .map(Section::last)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        if (!allowed.contains(name)) {
            throw new IllegalArgumentException("a Declarative pipeline has no '" + name + "' in '" + block + "'");
        }
        found.add(new Section(name, Arrays.asList((Object[]) arguments)));
        return null;
    }

    @Override
    public Object getProperty(String name) {
        return AGENTS.contains(name) ? name : super.getProperty(name);
    }
}
