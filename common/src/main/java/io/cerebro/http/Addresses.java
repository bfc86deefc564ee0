package io.cerebro.http;

import java.util.List;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The base URLs of one system, of which any may answer. */
record Addresses(List<HttpUrl> urls) {
    static Addresses of(List<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("at least one URL is needed");
        }
        return new Addresses(texts.stream().map(Addresses::parse).toList());
    }

    private static HttpUrl parse(String text) {
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw new IllegalArgumentException(
                    "'" + text.replaceAll("//[^/]*@", "//***@") + "' is not an http:// or https:// URL");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new IllegalArgumentException("the URL of " + url.host()
                    + " holds a user name or password; put them into the realm's credentials instead");
        }
        if (url.query() != null || url.fragment() != null) {
            throw new IllegalArgumentException("the URL of " + url.host() + " must end with its path, without ? or #");
        }
        return url;
    }

    int size() {
        return urls.size();
    }

    HttpUrl get(int index) {
        return urls.get(index % urls.size());
    }

    /** All of them once, in their order, from this one on if it is one of them. */
    List<HttpUrl> from(@Nullable HttpUrl first) {
        int start = first == null ? 0 : Math.max(0, urls.indexOf(first));
        return IntStream.range(start, start + urls.size()).mapToObj(this::get).toList();
    }

    /** Whether a URL leads to one of these and nowhere else. */
    boolean include(HttpUrl other) {
        return urls.stream()
                .anyMatch(url -> url.scheme().equals(other.scheme())
                        && url.host().equals(other.host())
                        && url.port() == other.port());
    }

    static HttpUrl resolve(HttpUrl base, Ask ask) {
        HttpUrl.Builder url = base.newBuilder();
        url.addPathSegments(ask.path().substring(1));
        ask.query().forEach(parameter -> url.addQueryParameter(parameter.name(), parameter.value()));
        return url.build();
    }

    /** As people write it: the port always, nothing behind the path. */
    static String show(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.scheme() + "://" + host + ":" + url.port() + url.encodedPath();
    }
}
