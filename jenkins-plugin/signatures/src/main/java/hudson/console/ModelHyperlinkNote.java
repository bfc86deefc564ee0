package hudson.console;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.Item;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.User;

public class ModelHyperlinkNote extends HyperlinkNote {
    public ModelHyperlinkNote(String url, int length) {
        super(url, length);
    }

    protected String extraAttributes() {
        throw compileOnly();
    }

    public static String encodeTo(User u) {
        throw compileOnly();
    }

    public static String encodeTo(User u, String text) {
        throw compileOnly();
    }

    public static String encodeTo(Item item) {
        throw compileOnly();
    }

    public static String encodeTo(Item item, String text) {
        throw compileOnly();
    }

    public static String encodeTo(Run r) {
        throw compileOnly();
    }

    public static String encodeTo(Node node) {
        throw compileOnly();
    }

    public static String encodeTo(String url, String text) {
        throw compileOnly();
    }
}
