package com.atlassian.bamboo.deployments.execution;

import com.atlassian.bamboo.task.CommonTaskContext;

public interface DeploymentTaskContext extends CommonTaskContext {
    DeploymentContext getDeploymentContext();
}
