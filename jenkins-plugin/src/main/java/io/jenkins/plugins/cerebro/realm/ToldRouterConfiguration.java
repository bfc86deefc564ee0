package io.jenkins.plugins.cerebro.realm;

import hudson.util.FormValidation;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.realm.RouterAccess;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A router whose daemon is told of shares, or reads of them elsewhere, at some URLs. */
public abstract class ToldRouterConfiguration extends RenderedRouterConfiguration {
    private @Nullable List<String> urls;

    ToldRouterConfiguration() {}

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

    List<URI> urls() {
        return urls(getUrls());
    }

    private static List<URI> urls(List<String> texts) {
        return texts.stream().map(RouterAccess::url).toList();
    }

    /** What is wrong in the form of one. */
    public abstract static class ToldDescriptor extends RenderedDescriptor {
        private static final List<URI> ANY = List.of(URI.create("http://lb1"));

        ToldDescriptor() {}

        /** @throws IllegalArgumentException that says what is wrong */
        abstract RouterAccess access(Rendered rendered, List<URI> urls);

        @Override
        RouterAccess access(Rendered rendered) {
            return access(rendered, ANY);
        }

        /** @throws IllegalArgumentException that says which URL is none, or that there is none */
        List<URI> requireUrls(@Nullable String lines) {
            List<URI> urls = urls(Urls.split(Text.or(lines, "")));
            access(Rendered.by(HaproxyAccess.CANARY_HEADER), urls);
            return urls;
        }

        @POST
        public FormValidation doCheckUrls(@QueryParameter String value) {
            return Check.required(value, this::requireUrls);
        }
    }
}
