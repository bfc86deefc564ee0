package io.cerebro.signatures;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a type shows to those who compile against it, erased, a line for each of declaration, supertypes and members. */
public record Surface(SortedSet<String> lines) {
    private static final int PRINTED =
            Modifier.PUBLIC | Modifier.PROTECTED | Modifier.ABSTRACT | Modifier.STATIC | Modifier.FINAL;

    public static Surface of(Class<?> type) {
        return new Surface(Stream.of(
                        Stream.of(declaration(type)),
                        supertypes(type),
                        visible(type.getDeclaredConstructors(), Surface::constructor),
                        visible(type.getDeclaredFields(), Surface::field),
                        visible(type.getDeclaredMethods(), Surface::method))
                .flatMap(each -> each)
                .collect(toCollection(TreeSet::new)));
    }

    public SortedSet<String> minus(Surface other) {
        var rest = new TreeSet<>(lines);
        rest.removeAll(other.lines);
        return rest;
    }

    /** What an implementor has to know: the supertypes and the abstract members. */
    public Surface obligations() {
        return new Surface(lines.stream()
                .filter(line -> line.matches("(extends|implements) .*|.* abstract .*\\).*"))
                .collect(toCollection(TreeSet::new)));
    }

    private static String declaration(Class<?> type) {
        int dropped = Modifier.STATIC | (type.isInterface() ? Modifier.ABSTRACT : 0);
        return modifiers(type.getModifiers() & ~dropped) + (type.isInterface() ? "interface " : "class ") + name(type);
    }

    private static Stream<String> supertypes(Class<?> type) {
        String verb = type.isInterface() ? "extends " : "implements ";
        var interfaces = Arrays.stream(type.getInterfaces()).map(each -> verb + name(each));
        return type.getSuperclass() == null || type.getSuperclass() == Object.class
                ? interfaces
                : Stream.concat(Stream.of("extends " + name(type.getSuperclass())), interfaces);
    }

    private static <M extends Member> Stream<String> visible(M[] members, Function<M, String> print) {
        return Arrays.stream(members)
                .filter(each -> !each.isSynthetic())
                .filter(each -> Modifier.isPublic(each.getModifiers()) || Modifier.isProtected(each.getModifiers()))
                .map(print);
    }

    private static String constructor(Constructor<?> it) {
        return modifiers(it.getModifiers()) + name(it.getDeclaringClass()) + signature(it);
    }

    private static String field(Field it) {
        return modifiers(it.getModifiers()) + name(it.getType()) + " " + it.getName();
    }

    private static String method(Method it) {
        String modifiers = modifiers(it.getModifiers()) + (it.isDefault() ? "default " : "");
        return modifiers + name(it.getReturnType()) + " " + it.getName() + signature(it);
    }

    private static String signature(Executable it) {
        String parameters =
                Arrays.stream(it.getParameterTypes()).map(Surface::name).collect(joining(", ", "(", ")"));
        String thrown = Arrays.stream(it.getExceptionTypes())
                .map(Surface::name)
                .sorted()
                .collect(joining(", "));
        return (it.isVarArgs() ? parameters.replace("[])", "...)") : parameters)
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String modifiers(int modifiers) {
        String printed = Modifier.toString(modifiers & PRINTED);
        return printed.isEmpty() ? "" : printed + " ";
    }

    private static String name(Class<?> type) {
        return type.isArray()
                ? name(type.getComponentType()) + "[]"
                : type.getName().replaceFirst("^java\\.lang\\.(?=[A-Z])", "");
    }
}
