package jenkins.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.ModelObject;

public abstract class GlobalConfigurationCategory implements ExtensionPoint, ModelObject {
    public abstract String getShortDescription();

    public static ExtensionList<GlobalConfigurationCategory> all() {
        throw compileOnly();
    }

    public static <T extends GlobalConfigurationCategory> T get(Class<T> type) {
        throw compileOnly();
    }
}
