package io.cerebro.bamboo.realm;

import com.atlassian.bamboo.v2.build.CommonContext;
import com.atlassian.bamboo.variable.VariableDefinitionContext;
import com.atlassian.bamboo.variable.VariableType;
import io.cerebro.realm.RealmsException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables that hold for a build or a deployment. */
public record Variables(Map<String, VariableDefinitionContext> all) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{bamboo\\.([^}]*)}");

    public static Variables of(CommonContext context) {
        return new Variables(context.getVariableContext().getEffectiveVariables());
    }

    /** Empty where it is not set, or blank. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(all.get(name))
                .map(VariableDefinitionContext::getValue)
                .filter(value -> !value.isBlank())
                .map(String::strip);
    }

    /**
     * One that an administrator has set. Empty where it is not set, or blank.
     *
     * @throws RealmsException where somebody else has set it: a plan, a deployment project, or whoever started the build
     */
    Optional<String> global(String name) {
        VariableDefinitionContext variable = all.get(name);
        if (variable != null && isSetByOthers(variable)) {
            throw new RealmsException(
                    "the variable " + name + " must be a global variable, but is set by this plan, its"
                            + " deployment project or whoever started it: take it away there, and set it at Administration,"
                            + " Global variables");
        }
        return get(name);
    }

    private static boolean isSetByOthers(VariableDefinitionContext variable) {
        try {
            VariableType type = variable.getVariableType();
            return type != null && type != VariableType.GLOBAL;
        } catch (LinkageError e) {
            return false;
        }
    }

    /** With the variables filled in that are known; the others stay. */
    String filledIn(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference ->
                        Matcher.quoteReplacement(get(reference.group(1)).orElse(reference.group())));
    }
}
