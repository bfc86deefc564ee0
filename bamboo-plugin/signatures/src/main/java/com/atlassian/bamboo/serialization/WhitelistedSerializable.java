package com.atlassian.bamboo.serialization;

import java.io.Serializable;

public interface WhitelistedSerializable extends Serializable {}
