package io.cerebro.realm;

import java.net.URI;
import java.net.URISyntaxException;

/** How a realm's router is reached. */
public sealed interface RouterAccess permits HaproxyAccess, QubitBambooAccess, ConsulTemplateAccess, MarathonLbAccess {
    /** By which a request asks for a canary. */
    String canaryHeader();

    /**
     * Where a daemon's API is.
     *
     * @throws IllegalArgumentException if it is not {@code http://host:port} or {@code https://host:port}, or holds a password
     */
    static URI url(String text) {
        try {
            URI url = new URI(text.strip());
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // the same as any other text that is no such URL
        }
        throw new IllegalArgumentException("a URL is like http://lb1.example.com:8000, without user name and password");
    }
}
