package com.atlassian.bamboo.task;

import com.atlassian.bamboo.build.logger.BuildLogger;
import com.atlassian.bamboo.configuration.ConfigurationMap;
import com.atlassian.bamboo.v2.build.CommonContext;
import java.io.File;
import java.util.Map;

public interface CommonTaskContext extends TaskIdentifier {
    BuildLogger getBuildLogger();

    CommonContext getCommonContext();

    ConfigurationMap getConfigurationMap();

    File getWorkingDirectory();

    Map<String, String> getRuntimeTaskContext();
}
