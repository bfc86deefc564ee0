package hudson.model;

import hudson.security.AccessControlled;
import org.kohsuke.stapler.StaplerProxy;

public abstract class AbstractCIBase extends Node
        implements ItemGroup<TopLevelItem>, StaplerProxy, AccessControlled, DescriptorByNameOwner {
    public String getNodeName() {
        throw io.cerebro.signatures.Signatures.compileOnly();
    }

    public String getUrl() {
        throw io.cerebro.signatures.Signatures.compileOnly();
    }
}
