package io.jenkins.plugins.cerebro.realm;

import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.realm.RenderedHaproxy;
import io.cerebro.realm.RouterAccess;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A router of which a daemon renders every HAProxy, and where that is told of shares. */
public abstract class RenderedRouterConfiguration extends RouterConfiguration {
    private @Nullable List<String> urls;
    private @Nullable String canaryHeader;
    private @Nullable List<RenderedHaproxyConfiguration> loadBalancers;

    RenderedRouterConfiguration() {}

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

    /** What is the same of all of them. */
    Rendered rendered() {
        return new Rendered(
                Text.or(canaryHeader, HaproxyAccess.CANARY_HEADER),
                urls(getUrls()),
                getLoadBalancers().stream()
                        .map(RenderedHaproxyConfiguration::haproxy)
                        .toList());
    }

    /**
     * @param urls of the daemons, or of what they read
     * @param loadBalancers every HAProxy that they render
     */
    record Rendered(String canaryHeader, List<URI> urls, List<RenderedHaproxy> loadBalancers) {}

    private static List<URI> urls(List<String> texts) {
        return texts.stream().map(RouterAccess::url).toList();
    }

    /** What is wrong in the form of one. */
    public abstract static class RenderedDescriptor extends Descriptor<RouterConfiguration> {
        private static final List<RenderedHaproxy> ANY = List.of(new RenderedHaproxy("lb1", "/socket"));

        RenderedDescriptor() {}

        /** @throws IllegalArgumentException that says what is wrong */
        abstract RouterAccess access(Rendered rendered);

        /** @throws IllegalArgumentException that says which URL is none, or that there is none */
        List<URI> requireUrls(@Nullable String lines) {
            List<URI> urls = urls(Urls.split(Text.or(lines, "")));
            access(new Rendered(HaproxyAccess.CANARY_HEADER, urls, ANY));
            return urls;
        }

        public String getDefaultCanaryHeader() {
            return HaproxyAccess.CANARY_HEADER;
        }

        @POST
        public FormValidation doCheckUrls(@QueryParameter String value) {
            return Check.required(value, this::requireUrls);
        }

        @POST
        public FormValidation doCheckCanaryHeader(@QueryParameter String value) {
            return Check.optional(
                    value, header -> access(new Rendered(header, List.of(URI.create("http://lb1")), ANY)));
        }
    }
}
