package com.atlassian.bamboo.deployments.versions;

import java.io.Serializable;

public interface DeploymentVersion extends Serializable {
    String getName();
}
