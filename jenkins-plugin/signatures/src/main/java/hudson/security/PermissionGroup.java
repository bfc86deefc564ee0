package hudson.security;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jvnet.localizer.Localizable;

public final class PermissionGroup implements Iterable<Permission>, Comparable<PermissionGroup> {
    private final String id;
    private final SortedSet<Permission> permissions = new TreeSet<>(Comparator.comparing(Permission::getId));

    public final Class owner;

    public final Localizable title;

    public PermissionGroup(Class owner, Localizable title) throws IllegalStateException {
        this(title.toString(Locale.ENGLISH), owner, title);
    }

    public PermissionGroup(String id, Class owner, Localizable title) throws IllegalStateException {
        this.id = id;
        this.owner = owner;
        this.title = title;
    }

    public String getId() {
        return id;
    }

    public Iterator<Permission> iterator() {
        return getPermissions().iterator();
    }

    public List<Permission> getPermissions() {
        return List.copyOf(permissions);
    }

    public Permission find(String name) {
        return permissions.stream()
                .filter(it -> it.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    public int compareTo(PermissionGroup that) {
        return id.compareTo(that.id);
    }

    public int size() {
        return permissions.size();
    }

    public String toString() {
        return "PermissionGroup[" + owner.getName() + "]";
    }

    void add(Permission permission) {
        permissions.add(permission);
    }
}
