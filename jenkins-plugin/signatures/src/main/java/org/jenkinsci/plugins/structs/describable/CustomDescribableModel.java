package org.jenkinsci.plugins.structs.describable;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.Map;

public interface CustomDescribableModel {
    default Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        throw compileOnly();
    }
}
