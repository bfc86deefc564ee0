package com.atlassian.sal.api.component;

/** Behaves: it gives what a test has put there, and the host's own in Bamboo. */
public abstract class ComponentLocator {
    private static volatile ComponentLocator locator;

    public static void setComponentLocator(ComponentLocator other) {
        locator = other;
    }

    public static <T> T getComponent(Class<T> type) {
        return locator == null ? null : locator.getComponentInternal(type);
    }

    protected abstract <T> T getComponentInternal(Class<T> type);
}
