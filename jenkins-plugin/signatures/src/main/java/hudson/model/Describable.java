package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

public interface Describable<T extends Describable<T>> {
    default Descriptor<T> getDescriptor() {
        throw compileOnly();
    }
}
