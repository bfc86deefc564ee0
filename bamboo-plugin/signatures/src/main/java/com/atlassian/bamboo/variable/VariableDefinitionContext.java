package com.atlassian.bamboo.variable;

public interface VariableDefinitionContext {
    String getKey();

    String getValue();

    VariableType getVariableType();
}
