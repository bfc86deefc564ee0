package io.cerebro.bamboo.realm;

import com.atlassian.bamboo.v2.build.CommonContext;
import com.atlassian.bamboo.variable.VariableDefinitionContext;
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

    /** With the variables filled in that are known; the others stay. */
    String filledIn(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference ->
                        Matcher.quoteReplacement(get(reference.group(1)).orElse(reference.group())));
    }
}
