package com.atlassian.bamboo.configuration;

import java.util.Map;

public interface ConfigurationMap extends Map<String, String> {
    boolean getAsBoolean(String key);

    long getAsLong(String key);
}
