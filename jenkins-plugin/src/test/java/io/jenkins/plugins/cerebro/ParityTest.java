package io.jenkins.plugins.cerebro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cerebro.signatures.Signed;
import io.cerebro.signatures.Surface;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParityTest {
    @Test
    void everySignatureIsTheRealOne() {
        assertEquals(
                List.of(),
                Signed.all("/jenkins-api.txt").stream()
                        .flatMap(ParityTest::differences)
                        .toList());
    }

    private static Stream<String> differences(Signed signed) {
        try {
            Class<?> real = Class.forName(signed.name(), false, ParityTest.class.getClassLoader());
            return signed.differencesFrom(Surface.of(real)).stream();
        } catch (ClassNotFoundException e) {
            return Stream.of(signed.name() + " is signed, but there is no such type");
        }
    }
}
