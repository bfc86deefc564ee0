package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import jenkins.model.FullyNamedModelObject;

public class Queue extends ResourceController implements Saveable {
    private Queue() {}

    public void save() {
        throw compileOnly();
    }

    public interface Task extends FullyNamedModelObject {
        String getName();
    }

    public interface Executable extends Runnable {
        default long getEstimatedDuration() {
            throw compileOnly();
        }
    }
}
