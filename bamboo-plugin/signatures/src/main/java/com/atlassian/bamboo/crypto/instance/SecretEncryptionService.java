package com.atlassian.bamboo.crypto.instance;

public interface SecretEncryptionService {
    String decryptIfDecryptable(String text);
}
