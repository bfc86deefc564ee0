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
        return u.getDisplayName();
    }

    public static String encodeTo(User u, String text) {
        return text;
    }

    public static String encodeTo(Item item) {
        return item.getFullDisplayName();
    }

    public static String encodeTo(Item item, String text) {
        return text;
    }

    public static String encodeTo(Run r) {
        return r.getFullDisplayName();
    }

    public static String encodeTo(Node node) {
        return node.getDisplayName();
    }

    public static String encodeTo(String url, String text) {
        return text;
    }
}
