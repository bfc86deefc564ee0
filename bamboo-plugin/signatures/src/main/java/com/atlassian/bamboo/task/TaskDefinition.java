package com.atlassian.bamboo.task;

import java.util.Map;

public interface TaskDefinition extends TaskIdentifier {
    Map<String, String> getConfiguration();
}
