package hudson.security;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jvnet.localizer.Localizable;

public final class PermissionGroup implements Iterable<Permission>, Comparable<PermissionGroup> {
    public final Class owner = null;

    public final Localizable title = null;

    public PermissionGroup(Class owner, Localizable title) throws IllegalStateException {
        this(title.toString(Locale.ENGLISH), owner, title);
    }

    public PermissionGroup(String id, Class owner, Localizable title) throws IllegalStateException {}

    public String getId() {
        throw compileOnly();
    }

    public Iterator<Permission> iterator() {
        throw compileOnly();
    }

    public List<Permission> getPermissions() {
        throw compileOnly();
    }

    public Permission find(String name) {
        throw compileOnly();
    }

    public int compareTo(PermissionGroup that) {
        throw compileOnly();
    }

    public int size() {
        throw compileOnly();
    }

    public String toString() {
        throw compileOnly();
    }
}
