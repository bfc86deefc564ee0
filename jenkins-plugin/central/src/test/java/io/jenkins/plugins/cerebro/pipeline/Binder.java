package io.jenkins.plugins.cerebro.pipeline;

import groovy.lang.Closure;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Makes a step of what a pipeline gives it, by the plugin's own index of extensions. A field that there is not is an error. */
final class Binder {
    private final Map<String, StepDescriptor> descriptors = new HashMap<>();

    Binder() throws IOException {
        for (IndexItem<Extension, Object> item :
                Index.load(Extension.class, Object.class, Binder.class.getClassLoader())) {
            try {
                if (StepDescriptor.class.isAssignableFrom((Class<?>) item.element())) {
                    StepDescriptor descriptor = (StepDescriptor) item.instance();
                    descriptors.put(descriptor.getFunctionName(), descriptor);
                }
            } catch (InstantiationException e) {
                throw new IOException(e);
            }
        }
    }

    boolean knows(String step) {
        return descriptors.containsKey(step);
    }

    StepExecution step(PipelineScript.Call call, StepContext context) throws Exception {
        StepDescriptor descriptor = descriptors.get(call.step());
        Object first = call.arguments().get(0);
        Map<?, ?> fields = first instanceof Map<?, ?> named ? named : Map.of();
        boolean body = call.arguments().get(call.arguments().size() - 1) instanceof Closure;
        if (body && !descriptor.takesImplicitBlockArgument()) {
            throw new IllegalArgumentException(call.step() + " takes no body");
        }
        Step step = (Step) make(descriptor.getClass().getEnclosingClass(), fields);
        descriptor.checkContextAvailability(context);
        return step.start(context);
    }

    private static Object make(Class<?> type, Map<?, ?> given) throws Exception {
        Map<String, Object> fields = new HashMap<>();
        given.forEach((name, value) -> fields.put(String.valueOf(name), value));
        Constructor<?> constructor = Arrays.stream(type.getConstructors())
                .filter(each -> each.isAnnotationPresent(DataBoundConstructor.class))
                .findFirst()
                .orElseThrow();
        Object[] arguments = new Object[constructor.getParameterCount()];
        Parameter[] parameters = constructor.getParameters();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = bound(parameters[i].getType(), fields.remove(parameters[i].getName()));
        }
        try {
            Object made = constructor.newInstance(arguments);
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                Method setter = setter(type, field.getKey());
                setter.invoke(made, bound(setter.getParameterTypes()[0], field.getValue()));
            }
            return made;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static Method setter(Class<?> type, String field) {
        String name = "set" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(type.getSimpleName() + " has no field '" + field + "'"));
    }

    /** As Jenkins converts, to what the steps' fields are. */
    private static Object bound(Class<?> type, Object value) throws Exception {
        if (value == null || type.isInstance(value)) {
            return value;
        }
        if (type == String.class && value instanceof CharSequence) {
            return value.toString();
        }
        if (type == Double.class && value instanceof Number number) {
            return number.doubleValue();
        }
        if (type == boolean.class && value instanceof Boolean) {
            return value;
        }
        if (AbstractDescribableImpl.class.isAssignableFrom(type) && value instanceof Map<?, ?> fields) {
            return make(type, custom(type, fields));
        }
        throw new IllegalArgumentException("a field wants " + type.getSimpleName() + ", not " + value.getClass());
    }

    @SuppressWarnings("unchecked")
    private static Map<?, ?> custom(Class<?> type, Map<?, ?> fields) throws Exception {
        Optional<Class<?>> descriptor = Arrays.stream(type.getClasses())
                .filter(CustomDescribableModel.class::isAssignableFrom)
                .findFirst();
        if (descriptor.isEmpty()) {
            return fields;
        }
        CustomDescribableModel model =
                (CustomDescribableModel) descriptor.get().getConstructor().newInstance();
        return model.customInstantiate((Map<String, Object>) fields);
    }
}
