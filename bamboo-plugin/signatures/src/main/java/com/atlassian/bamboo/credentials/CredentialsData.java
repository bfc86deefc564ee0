package com.atlassian.bamboo.credentials;

import java.util.Map;

public interface CredentialsData {
    String getName();

    Map<String, String> getConfiguration();
}
