package io.cerebro.bamboo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cerebro.signatures.Signed;
import io.cerebro.signatures.Surface;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every signature against the real Bamboo. */
class ParityTest {
    @Test
    void everySignatureIsTheRealOne() {
        assertEquals(
                List.of(),
                Signed.all("/bamboo-api.txt").stream()
                        .flatMap(ParityTest::differences)
                        .toList());
    }

    private static Stream<String> differences(Signed signed) {
        try {
            Class<?> real = Class.forName(signed.name(), false, ParityTest.class.getClassLoader());
            return signed.differencesFrom(signed.calledOnly() ? inherited(real) : Surface.of(real)).stream();
        } catch (ClassNotFoundException e) {
            return Stream.of(signed.name() + " is signed, but there is no such type");
        }
    }

    /** A call finds a member also where the type has it from another: we sign it on the type that we call. */
    private static Surface inherited(Class<?> type) {
        var lines = new TreeSet<String>();
        Deque<Class<?>> types = new ArrayDeque<>(List.of(type));
        while (!types.isEmpty()) {
            Class<?> next = types.pop();
            lines.addAll(Surface.of(next).lines());
            types.addAll(Arrays.asList(next.getInterfaces()));
            Stream.ofNullable(next.getSuperclass()).forEach(types::add);
        }
        return new Surface(lines);
    }
}
