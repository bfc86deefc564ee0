package io.cerebro.telling;

import io.cerebro.release.Outcome;
import java.util.Locale;

/** How things are called, and how long they may be. */
final class Words {
    private Words() {}

    /** {@code done}, {@code rolled back} or {@code failed}. */
    static String of(Outcome.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }
}
