package com.atlassian.bamboo;

public interface Key {
    String getKey();
}
