package io.cerebro.realm;

import io.cerebro.http.Credentials;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a realm's Marathon is reached.
 *
 * @param urls of every Marathon of the realm, leader or not; or one alone of the ZooKeeper in which they register
 * @param authorities a PEM file of those that have signed its certificates; empty for those that the JVM knows
 * @param agentPort of the Mesos agents, whose files hold the tasks' logs
 */
public record MarathonAccess(List<URI> urls, Optional<Login> login, Optional<Path> authorities, int agentPort) {
    public static final int AGENT_PORT = 5051;

    /** One that the JVM's own authorities vouch for, or that has no TLS. */
    public MarathonAccess(List<URI> urls, Optional<Login> login, int agentPort) {
        this(urls, login, Optional.empty(), agentPort);
    }

    public MarathonAccess {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("a realm needs the URL of at least one Marathon");
        }
        if (urls.size() > 1 && urls.stream().anyMatch(MarathonAccess::ofZooKeeper)) {
            throw new IllegalArgumentException(
                    "a zk:// URL stands alone: every Marathon that registers there is found");
        }
    }

    /**
     * Who Cerebro is there.
     *
     * @throws RealmsException if a secret or a file is missing
     */
    public Credentials credentials() {
        return Logins.credentials("the realm's Marathon", login, authorities);
    }

    /** Such as {@code zk://zk1:2181,zk2:2181/marathon}, where the Marathons are to be found by it. */
    public Optional<URI> zooKeeper() {
        return urls.stream().filter(MarathonAccess::ofZooKeeper).findFirst();
    }

    private static boolean ofZooKeeper(URI url) {
        return ZooKeeperUrl.SCHEME.equals(url.getScheme());
    }

    /**
     * @throws IllegalArgumentException if it is not {@code http://host:port} or {@code https://host:port}, with a path or none, nor
     *     {@code zk://host:port,host:port/path}
     */
    public static URI url(String text) {
        return text.startsWith("zk://") ? ZooKeeperUrl.of(text) : webUrl(text);
    }

    private static URI webUrl(String text) {
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
