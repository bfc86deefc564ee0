package com.atlassian.bamboo.utils.error;

import java.io.Serializable;

public interface ErrorCollection extends Serializable {
    void addError(String field, String message);

    String addErrorMessage(String message);

    boolean hasAnyErrors();
}
