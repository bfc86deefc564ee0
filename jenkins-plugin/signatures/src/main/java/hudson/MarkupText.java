package hudson;

import static io.cerebro.signatures.Signatures.compileOnly;

public class MarkupText extends AbstractMarkupText {
    public MarkupText(String text) {}

    public String getText() {
        throw compileOnly();
    }
}
