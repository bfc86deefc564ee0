package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.document.Amounts;
import io.cerebro.realm.MesosAccess;
import io.cerebro.realm.MesosAccess.Policy;
import io.cerebro.realm.RouterAccess;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The Mesos that is asked beforehand whether there is room. */
public final class MesosConfiguration extends AbstractDescribableImpl<MesosConfiguration> {
    private @Nullable List<String> urls;
    private @Nullable String capacity;

    @DataBoundConstructor
    public MesosConfiguration() {}

    public List<String> getUrls() {
        return Urls.present(urls);
    }

    /** A list, or the form's one text with one of them a line. */
    @DataBoundSetter
    public void setUrls(@Nullable List<String> urls) {
        this.urls = Urls.given(urls);
    }

    /** As the form's text has them. */
    public String getUrlLines() {
        return String.join("\n", getUrls());
    }

    public @Nullable String getCapacity() {
        return capacity;
    }

    @DataBoundSetter
    public void setCapacity(@Nullable String capacity) {
        this.capacity = Text.given(capacity);
    }

    boolean nothing() {
        return getUrls().isEmpty();
    }

    /** @throws IllegalArgumentException that says what is wrong */
    MesosAccess access() {
        return access(getUrls(), capacity);
    }

    private static MesosAccess access(List<String> urls, @Nullable String capacity) {
        Policy policy = capacity == null
                ? Policy.WARN
                : Amounts.choice(Policy.class, capacity)
                        .orElseThrow(() -> new IllegalArgumentException("capacity must be one of "
                                + Amounts.names(Policy.class) + ", but is '" + capacity + "'"));
        return new MesosAccess(urls.stream().map(RouterAccess::url).toList(), policy);
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<MesosConfiguration> {
        @Override
        public String getDisplayName() {
            return "Mesos";
        }

        @POST
        public FormValidation doCheckUrls(@QueryParameter String value) {
            return Check.optional(value, text -> access(Urls.split(text), null));
        }

        @POST
        public ListBoxModel doFillCapacityItems() {
            return new ListBoxModel(
                    new ListBoxModel.Option("warn: say it, and let Marathon wait", "warn"),
                    new ListBoxModel.Option("refuse: begin nothing", "refuse"));
        }
    }
}
