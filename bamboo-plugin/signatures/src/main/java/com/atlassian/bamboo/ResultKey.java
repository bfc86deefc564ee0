package com.atlassian.bamboo;

public interface ResultKey {
    String getKey();
}
