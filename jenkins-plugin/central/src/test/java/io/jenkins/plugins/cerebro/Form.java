package io.jenkins.plugins.cerebro;

import hudson.model.Describable;
import java.beans.Introspector;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** What a user fills in of one step, builder or configuration: its fields, and the pages that Jenkins looks for. */
record Form(Class<?> type) {
    private static final Pattern INCLUDE = Pattern.compile("<st:include page=\"([^\"]+)\"");

    static List<Form> all() {
        return Hpi.classes().stream()
                .filter(type -> Describable.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                .map(Form::new)
                .toList();
    }

    SortedSet<String> fields() {
        var names = new TreeSet<String>();
        for (Constructor<?> each : type.getDeclaredConstructors()) {
            if (each.isAnnotationPresent(DataBoundConstructor.class)) {
                Arrays.stream(each.getParameters()).forEach(parameter -> names.add(parameter.getName()));
            }
        }
        lineage().forEach(owner -> names.addAll(setters(owner)));
        return names;
    }

    /** As Jenkins does: in the folder named like the class, then in those of its superclasses. */
    Optional<String> page(String name) {
        var ours = Hpi.ours();
        return lineage()
                .map(owner -> owner.getName().replace('.', '/').replace('$', '/') + "/" + name)
                .flatMap(path -> Stream.ofNullable(ours.get(path)))
                .findFirst()
                .map(Hpi::text);
    }

    /** With the pages that it includes. */
    String config() {
        return withIncluded("config.jelly");
    }

    private String withIncluded(String name) {
        String page = page(name).orElse("");
        return page
                + INCLUDE.matcher(page)
                        .results()
                        .map(include -> withIncluded(include.group(1)))
                        .collect(Collectors.joining());
    }

    private Stream<Class<?>> lineage() {
        return Stream.iterate(type, owner -> owner != null, Class::getSuperclass);
    }

    private static List<String> setters(Class<?> owner) {
        var methods = Stream.of(owner.getDeclaredMethods())
                .filter(each -> each.isAnnotationPresent(DataBoundSetter.class))
                .map(Method::getName)
                .map(name -> Introspector.decapitalize(name.substring("set".length())));
        var fields = Stream.of(owner.getDeclaredFields())
                .filter(each -> each.isAnnotationPresent(DataBoundSetter.class))
                .map(Field::getName);
        return Stream.concat(methods, fields).toList();
    }
}
