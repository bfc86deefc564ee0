package com.atlassian.bamboo.v2.build;

import com.atlassian.bamboo.ResultKey;
import com.atlassian.bamboo.variable.VariableContext;
import java.io.Serializable;

public interface CommonContext extends Serializable {
    ResultKey getResultKey();

    String getDisplayName();

    CurrentResult getCurrentResult();

    VariableContext getVariableContext();
}
