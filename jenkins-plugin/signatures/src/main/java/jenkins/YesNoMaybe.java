package jenkins;

import static io.cerebro.signatures.Signatures.compileOnly;

public enum YesNoMaybe {
    YES,
    NO,
    MAYBE;

    public static Boolean toBoolean(YesNoMaybe v) {
        throw compileOnly();
    }

    public Boolean toBool() {
        throw compileOnly();
    }
}
