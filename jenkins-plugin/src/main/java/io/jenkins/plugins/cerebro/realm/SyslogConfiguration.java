package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.cerebro.realm.Syslog;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Where Docker's containers of a realm log to; without an address their output is left to the agent. */
public final class SyslogConfiguration extends AbstractDescribableImpl<SyslogConfiguration> {
    private static final String SOME = "udp://127.0.0.1:514";

    private @Nullable String address;
    private @Nullable String facility;
    private @Nullable String tag;

    @DataBoundConstructor
    public SyslogConfiguration() {}

    public @Nullable String getAddress() {
        return address;
    }

    @DataBoundSetter
    public void setAddress(@Nullable String address) {
        this.address = Text.given(address);
    }

    public @Nullable String getFacility() {
        return facility;
    }

    @DataBoundSetter
    public void setFacility(@Nullable String facility) {
        this.facility = Text.given(facility);
    }

    public @Nullable String getTag() {
        return tag;
    }

    @DataBoundSetter
    public void setTag(@Nullable String tag) {
        this.tag = Text.given(tag);
    }

    boolean nothing() {
        return address == null && facility == null && tag == null;
    }

    /** @throws IllegalArgumentException that says what is wrong */
    Syslog syslog() {
        if (address == null) {
            throw new IllegalArgumentException(
                    "give the address of the syslog server, such as udp://logs.example.com:514");
        }
        return new Syslog(address, Optional.ofNullable(facility), Optional.ofNullable(tag));
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<SyslogConfiguration> {
        @Override
        public String getDisplayName() {
            return "Syslog";
        }

        @POST
        public FormValidation doCheckAddress(@QueryParameter String value) {
            return Check.optional(value, text -> new Syslog(text, Optional.empty(), Optional.empty()));
        }

        @POST
        public FormValidation doCheckFacility(@QueryParameter String value) {
            return Check.optional(value, text -> new Syslog(SOME, Optional.of(text), Optional.empty()));
        }

        @POST
        public FormValidation doCheckTag(@QueryParameter String value) {
            return Check.optional(value, text -> new Syslog(SOME, Optional.empty(), Optional.of(text)));
        }
    }
}
