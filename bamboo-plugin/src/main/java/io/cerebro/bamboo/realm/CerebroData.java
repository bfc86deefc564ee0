package io.cerebro.bamboo.realm;

import com.atlassian.bamboo.task.RuntimeTaskDataProvider;
import com.atlassian.bamboo.task.TaskDefinition;
import com.atlassian.bamboo.task.runtime.RuntimeTaskDefinition;
import com.atlassian.bamboo.v2.build.CommonContext;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds, on the server and before each task, the realms and the one realm's credentials, and hands them to the agent. */
public final class CerebroData implements RuntimeTaskDataProvider {
    private static final Logger LOG = Logger.getLogger(CerebroData.class.getName());

    @Override
    public Map<String, String> populateRuntimeTaskData(TaskDefinition definition, CommonContext context) {
        try {
            Variables variables = Variables.of(context);
            String realm = definition.getConfiguration().getOrDefault("realm", "");
            return Finding.on(variables).handed(variables.filledIn(realm)).strings();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "could not find the realms for a task of Cerebro's", e);
            return Handed.NOTHING.strings();
        }
    }

    @Override
    public void processRuntimeTaskData(RuntimeTaskDefinition definition, CommonContext context) {
        // nothing comes back from the agent
    }
}
