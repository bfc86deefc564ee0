package io.cerebro.signatures;

/** What a signature does when it is called: it says that there is nothing behind it. */
public final class Signatures {
    private Signatures() {}

    public static UnsupportedOperationException compileOnly() {
        return new UnsupportedOperationException("compile-only signature: Jenkins brings the real type");
    }
}
