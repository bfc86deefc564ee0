package com.atlassian.bamboo.build.logger;

public interface BuildLogger {
    String addBuildLogEntry(String line);

    String addErrorLogEntry(String line);
}
