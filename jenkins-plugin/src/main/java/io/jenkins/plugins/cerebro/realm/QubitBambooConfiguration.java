package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.realm.QubitBambooAccess;
import io.cerebro.realm.RenderedHaproxy;
import io.cerebro.realm.RouterAccess;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Qubit Bamboo, and every HAProxy that it renders. */
public final class QubitBambooConfiguration extends RouterConfiguration {
    private @Nullable List<String> urls;
    private @Nullable String canaryHeader;
    private @Nullable List<RenderedHaproxyConfiguration> loadBalancers;

    @DataBoundConstructor
    public QubitBambooConfiguration() {}

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

    public @Nullable String getCanaryHeader() {
        return canaryHeader;
    }

    @DataBoundSetter
    public void setCanaryHeader(@Nullable String canaryHeader) {
        this.canaryHeader = Text.given(canaryHeader);
    }

    public List<RenderedHaproxyConfiguration> getLoadBalancers() {
        return loadBalancers == null
                ? List.of()
                : loadBalancers.stream().filter(Objects::nonNull).toList();
    }

    @DataBoundSetter
    public void setLoadBalancers(@Nullable List<RenderedHaproxyConfiguration> loadBalancers) {
        this.loadBalancers = loadBalancers == null ? null : new ArrayList<>(loadBalancers);
    }

    @Override
    QubitBambooAccess access() {
        return new QubitBambooAccess(
                Text.or(canaryHeader, HaproxyAccess.CANARY_HEADER),
                urls(getUrls()),
                getLoadBalancers().stream()
                        .map(RenderedHaproxyConfiguration::haproxy)
                        .toList());
    }

    private static List<URI> urls(List<String> texts) {
        return texts.stream().map(RouterAccess::url).toList();
    }

    /** Its form, and what is wrong in it. */
    @Extension
    @Symbol("qubitBamboo")
    public static final class DescriptorImpl extends Descriptor<RouterConfiguration> {
        private static final List<RenderedHaproxy> ANY = List.of(new RenderedHaproxy("lb1", "/socket"));

        @Override
        public String getDisplayName() {
            return "Qubit Bamboo";
        }

        public String getDefaultCanaryHeader() {
            return HaproxyAccess.CANARY_HEADER;
        }

        @POST
        public FormValidation doCheckUrls(@QueryParameter String value) {
            return Check.required(
                    value, text -> new QubitBambooAccess(HaproxyAccess.CANARY_HEADER, urls(Urls.split(text)), ANY));
        }

        @POST
        public FormValidation doCheckCanaryHeader(@QueryParameter String value) {
            return Check.optional(
                    value, header -> new QubitBambooAccess(header, List.of(URI.create("http://lb1")), ANY));
        }
    }
}
