package com.atlassian.bamboo.collections;

import java.util.Map;

public interface ActionParametersMap extends Map<String, Object> {
    String getString(String key);

    String getString(String key, String otherwise);

    boolean getBoolean(String key);
}
