package io.cerebro.bamboo;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.bamboo.ResultKey;
import com.atlassian.bamboo.build.logger.BuildLogger;
import com.atlassian.bamboo.configuration.ConfigurationMap;
import com.atlassian.bamboo.deployments.execution.DeploymentContext;
import com.atlassian.bamboo.deployments.execution.DeploymentTaskContext;
import com.atlassian.bamboo.deployments.versions.DeploymentVersion;
import com.atlassian.bamboo.task.TaskDefinition;
import com.atlassian.bamboo.v2.build.CurrentResult;
import com.atlassian.bamboo.variable.VariableContext;
import com.atlassian.bamboo.variable.VariableDefinitionContext;
import com.atlassian.bamboo.variable.VariableType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** A deployment of Bamboo's: what its tasks are told, and what they leave behind. */
public final class FakeDeployment {
    public final List<String> log = new CopyOnWriteArrayList<>();
    public final List<String> errors = new CopyOnWriteArrayList<>();
    public final Map<String, String> customData = new ConcurrentHashMap<>();
    public final Map<String, String> variables = new ConcurrentHashMap<>();
    /** Those of {@link #variables} that a plan has set, not an administrator. */
    public final Set<String> ofThePlan = new ConcurrentSkipListSet<>();
    /** That a later task finds. */
    public final Map<String, String> results = new ConcurrentHashMap<>();

    private final Path directory;
    private final DeploymentContext context = mock();

    public FakeDeployment(Path directory, String version) {
        this.directory = directory;
        ResultKey key = mock();
        when(key.getKey()).thenReturn("SHOP-PROD-7");
        when(context.getResultKey()).thenReturn(key);
        when(context.getDisplayName()).thenReturn("Shop");
        when(context.getDeploymentProjectName()).thenReturn("Shop");
        when(context.getEnvironmentName()).thenReturn("prod");
        DeploymentVersion released = mock();
        when(released.getName()).thenReturn(version);
        when(context.getDeploymentVersion()).thenReturn(released);
        CurrentResult result = mock();
        when(result.getCustomBuildData()).thenReturn(customData);
        when(context.getCurrentResult()).thenReturn(result);
        VariableContext shown = variables();
        when(context.getVariableContext()).thenReturn(shown);
    }

    private VariableContext variables() {
        VariableContext shown = mock();
        when(shown.getEffectiveVariables()).thenAnswer(call -> {
            Map<String, VariableDefinitionContext> all = new TreeMap<>();
            variables.forEach((name, value) -> all.put(name, variable(name, value)));
            return all;
        });
        doAnswer(call -> variables.put(call.getArgument(0), call.getArgument(1)))
                .when(shown)
                .addLocalVariable(any(), any());
        doAnswer(call -> {
                    results.put(call.getArgument(0), call.getArgument(1));
                    return variables.put(call.getArgument(0), call.getArgument(1));
                })
                .when(shown)
                .addResultVariable(any(), any());
        doAnswer(call -> variables.remove(call.<String>getArgument(0)))
                .when(shown)
                .removeLocalVariable(any());
        return shown;
    }

    private VariableDefinitionContext variable(String name, String value) {
        return new VariableDefinitionContext() {
            @Override
            public String getKey() {
                return name;
            }

            @Override
            public String getValue() {
                return value;
            }

            @Override
            public VariableType getVariableType() {
                return ofThePlan.contains(name) ? VariableType.PLAN : VariableType.GLOBAL;
            }
        };
    }

    public DeploymentContext context() {
        return context;
    }

    /** As the server knows a task. */
    public static TaskDefinition definition(Map<String, String> configuration) {
        TaskDefinition definition = mock();
        when(definition.getConfiguration()).thenReturn(configuration);
        return definition;
    }

    /**
     * As the agent knows it.
     *
     * @param handed what the server gave to it
     */
    public DeploymentTaskContext task(Map<String, String> configuration, Map<String, String> handed, boolean isFinal) {
        DeploymentTaskContext task = mock();
        BuildLogger logger = mock();
        when(logger.addBuildLogEntry(anyString())).thenAnswer(call -> said(log, call.getArgument(0)));
        when(logger.addErrorLogEntry(anyString())).thenAnswer(call -> {
            said(errors, call.getArgument(0));
            return said(log, call.getArgument(0));
        });
        ConfigurationMap given = new Configuration(configuration);
        when(task.getBuildLogger()).thenReturn(logger);
        when(task.getConfigurationMap()).thenReturn(given);
        when(task.getCommonContext()).thenReturn(context);
        when(task.getDeploymentContext()).thenReturn(context);
        when(task.getWorkingDirectory()).thenReturn(directory.toFile());
        when(task.getRuntimeTaskContext()).thenReturn(handed);
        when(task.isFinalising()).thenReturn(isFinal);
        return task;
    }

    private static String said(List<String> where, String line) {
        where.add(line);
        return line;
    }

    /** See {@link ConfigurationMap}. */
    private static final class Configuration extends TreeMap<String, String> implements ConfigurationMap {
        private static final long serialVersionUID = 1;

        Configuration(Map<String, String> given) {
            super(given);
        }

        @Override
        public boolean getAsBoolean(String key) {
            return Boolean.parseBoolean(get(key));
        }

        @Override
        public long getAsLong(String key) {
            return Long.parseLong(get(key));
        }
    }
}
