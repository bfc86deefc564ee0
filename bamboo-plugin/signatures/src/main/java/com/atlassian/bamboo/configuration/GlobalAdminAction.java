package com.atlassian.bamboo.configuration;

/** An action of the administration; who is no administrator does not reach it. */
public class GlobalAdminAction {
    public GlobalAdminAction() {}
}
