package com.atlassian.bamboo.v2.build;

import java.io.Serializable;
import java.util.Map;

public interface CurrentResult extends Serializable {
    Map<String, String> getCustomBuildData();
}
