package io.cerebro.realm;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * How a realm's Marathon is reached.
 *
 * @param urls of every Marathon of the realm, leader or not
 * @param agentPort of the Mesos agents, whose files hold the tasks' logs
 */
public record MarathonAccess(List<URI> urls, Optional<Login> login, int agentPort) {
    public static final int AGENT_PORT = 5051;

    public MarathonAccess {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("a realm needs the URL of at least one Marathon");
        }
    }

    /** @throws IllegalArgumentException if it is not {@code http://host:port} or {@code https://host:port}, with a path or none */
    public static URI url(String text) {
        if (text.startsWith("zk://")) {
            throw new IllegalArgumentException("Marathons cannot be found through ZooKeeper yet: give the URL of each,"
                    + " such as http://marathon.example.com:8080, instead of '" + text.replaceFirst("//[^/]*@", "//")
                    + "'");
        }
        try {
            URI url = new URI(text.replaceFirst("/+$", ""));
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
                if (url.getUserInfo() != null) {
                    throw new IllegalArgumentException(
                            "a Marathon's URL holds no user name and password: give them as username and password");
                }
                return url;
            }
        } catch (URISyntaxException e) {
            // the same sentence below, without what may be a password
        }
        throw new IllegalArgumentException("a Marathon's URL is like http://marathon.example.com:8080"
                + (text.contains("@") ? "" : ", not '" + text + "'"));
    }
}
