package com.atlassian.bamboo.variable;

import java.util.Map;

public interface VariableContext {
    void addLocalVariable(String key, String value);

    void addResultVariable(String key, String value);

    void removeLocalVariable(String key);

    Map<String, VariableDefinitionContext> getEffectiveVariables();
}
