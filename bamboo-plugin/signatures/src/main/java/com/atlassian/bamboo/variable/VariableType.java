package com.atlassian.bamboo.variable;

public enum VariableType {
    GLOBAL,
    PLAN
}
