package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import jenkins.model.FullyNamed;
import jenkins.model.FullyNamedModelObject;
import org.springframework.security.access.AccessDeniedException;

public interface ItemGroup<T extends Item> extends FullyNamed, FullyNamedModelObject, PersistenceRoot {
    Collection<T> getItems();

    default Collection<T> getItems(Predicate<T> pred) {
        throw compileOnly();
    }

    String getUrl();

    String getUrlChildPrefix();

    T getItem(String name) throws AccessDeniedException;

    File getRootDirFor(T child);

    default <T extends Item> List<T> getAllItems(Class<T> type) {
        throw compileOnly();
    }

    default <T extends Item> List<T> getAllItems(Class<T> type, Predicate<T> pred) {
        throw compileOnly();
    }

    default <T extends Item> Iterable<T> allItems(Class<T> type) {
        throw compileOnly();
    }

    default <T extends Item> Iterable<T> allItems(Class<T> type, Predicate<T> pred) {
        throw compileOnly();
    }

    default List<Item> getAllItems() {
        throw compileOnly();
    }

    default Iterable<Item> allItems() {
        throw compileOnly();
    }
}
