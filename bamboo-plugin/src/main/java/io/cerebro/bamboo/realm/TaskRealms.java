package io.cerebro.bamboo.realm;

import com.atlassian.bamboo.task.CommonTaskContext;
import com.atlassian.bamboo.variable.VariableContext;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The realms that a running task may use, with the credentials that came with it. On the agent. */
public final class TaskRealms implements AutoCloseable {
    private static final String MASK = "cerebro.password.";

    private final Variables variables;
    private final VariableContext masking;
    private final Handed handed;

    private TaskRealms(Variables variables, VariableContext masking, Handed handed) {
        this.variables = variables;
        this.masking = masking;
        this.handed = handed;
    }

    /** Has Bamboo mask the credentials in the log until it is closed: it does so with variables that are called passwords. */
    public static TaskRealms of(CommonTaskContext context) {
        VariableContext masking = context.getCommonContext().getVariableContext();
        Map<String, String> strings =
                Optional.ofNullable(context.getRuntimeTaskContext()).orElse(Map.of());
        TaskRealms realms = new TaskRealms(Variables.of(context.getCommonContext()), masking, Handed.of(strings));
        List<String> secrets = realms.secrets();
        for (int i = 0; i < secrets.size(); i++) {
            masking.addLocalVariable(MASK + i, secrets.get(i));
        }
        return realms;
    }

    /** What no log may show. */
    public List<String> secrets() {
        return handed.secrets();
    }

    /**
     * The realm of this name.
     *
     * @throws RealmsException if there is none; the message says where to write it
     */
    public Realm get(String name) {
        return finding()
                .realms((realm, credentials) -> handed.login(credentials))
                .get(name);
    }

    private Finding finding() {
        if (!handed.text().isEmpty()) {
            return new Finding(handed.source(), handed.text());
        }
        Optional<Finding> here =
                variables.global(Finding.VARIABLE).map(Path::of).map(Finding::file);
        if (here.isEmpty()) {
            throw new RealmsException(
                    "there are no realms: name a file of the server in the global variable " + Finding.VARIABLE
                            + ", such as /etc/cerebro/realms.yaml, or write them at Administration, Cerebro");
        }
        if (!here.get().found()) {
            throw new RealmsException("the variable " + Finding.VARIABLE + " names the file "
                    + here.get().source() + ", but neither the server nor this agent has it");
        }
        return here.get();
    }

    /** Takes the masked variables away again: a later task's environment is none of theirs. */
    @Override
    public void close() {
        for (int i = 0; i < handed.secrets().size(); i++) {
            masking.removeLocalVariable(MASK + i);
        }
    }
}
