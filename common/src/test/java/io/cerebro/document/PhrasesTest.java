package io.cerebro.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhrasesTest {
    @Test
    void fillRowsAndBreakNoPhrase() {
        assertThat(Phrases.fold("> ", "one; two; three; a phrase that is too wide; four", 16))
                .containsExactly("> one; two;", "  three;", "  a phrase that is too wide;", "  four");
        assertThat(Phrases.fold("> ", "one; two; four", 16)).containsExactly("> one; two; four");
        assertThat(Phrases.fold("> ", "", 16)).containsExactly(">");
    }
}
