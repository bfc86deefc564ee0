package io.cerebro.zookeeper;

import io.cerebro.http.Discovery;
import io.cerebro.http.Unreachable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import okhttp3.HttpUrl;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.KeeperException;

/** Finds the Marathons that stand for election: the leader first, then those that stand by. */
public final class MarathonElection implements Discovery {
    /** Where each Marathon has a node, below the path that it is given as {@code --zk}. */
    private static final String CANDIDATES = "/leader-curator";

    /** How Curator names the nodes, before the number that says whose turn it is. */
    private static final String TURN = "latch-";

    private final Ensemble ensemble;
    private final String path;
    private final String shown;

    /** @param zooKeeper such as {@code zk://zk1:2181,zk2:2181/marathon}, each server with its port */
    public MarathonElection(URI zooKeeper) {
        this(Ensemble.of(zooKeeper.getAuthority()), zooKeeper.getPath());
    }

    MarathonElection(Ensemble ensemble, String path) {
        this.ensemble = ensemble;
        this.path = path + CANDIDATES;
        this.shown = "zk://" + ensemble.servers() + this.path;
    }

    @Override
    public List<String> urls() {
        List<String> urls = ensemble.ask(trying(), "give the URL of each Marathon instead", this::candidates);
        if (urls.isEmpty()) {
            throw failed("no Marathon is registered there; is this the path of its --zk, and does it run?");
        }
        return urls;
    }

    private List<String> candidates(CuratorFramework client) throws Exception {
        List<String> urls = new ArrayList<>();
        for (String node : nodes(client)) {
            try {
                urls.add(url(client.getData().forPath(path + "/" + node)));
            } catch (KeeperException.NoNodeException left) {
                // since its name was read
            }
        }
        return urls;
    }

    private List<String> nodes(CuratorFramework client) throws Exception {
        try {
            return client.getChildren().forPath(path).stream()
                    .sorted(Comparator.comparing(MarathonElection::turn))
                    .toList();
        } catch (KeeperException.NoNodeException nobodyYet) {
            return List.of();
        }
    }

    private static String turn(String node) {
        return node.substring(node.lastIndexOf(TURN) + TURN.length());
    }

    private String url(byte[] data) {
        String marathon = new String(data, StandardCharsets.UTF_8);
        if (!marathon.matches("[^\\s/@?#]+:\\d{1,5}") || HttpUrl.parse("http://" + marathon) == null) {
            throw failed("'" + marathon + "' is registered there, which is not the host and port of a Marathon");
        }
        return "http://" + marathon;
    }

    private Unreachable failed(String why) {
        return new Unreachable(trying() + why);
    }

    private String trying() {
        return "tried to find Marathon at " + shown + " but ";
    }
}
