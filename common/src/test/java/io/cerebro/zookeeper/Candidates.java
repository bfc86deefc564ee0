package io.cerebro.zookeeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.TestingServer;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.data.ACL;

/** A ZooKeeper of its own, and who stands for election there as Marathon does. */
public final class Candidates implements AutoCloseable {
    private final TestingServer server;
    private final CuratorFramework client;

    public Candidates() throws Exception {
        server = new TestingServer();
        client = CuratorFrameworkFactory.newClient(server.getConnectString(), new RetryOneTime(100));
        client.start();
    }

    /** Host and port. */
    public String servers() {
        return server.getConnectString();
    }

    public CuratorFramework client() {
        return client;
    }

    /** Returns its node. */
    public String stand(String path, String candidate) throws Exception {
        return stand(path, candidate, ZooDefs.Ids.OPEN_ACL_UNSAFE);
    }

    String stand(String path, String candidate, List<ACL> whoMayReadIt) throws Exception {
        return client.create()
                .creatingParentsIfNeeded()
                .withProtection()
                .withMode(CreateMode.EPHEMERAL_SEQUENTIAL)
                .withACL(whoMayReadIt)
                .forPath(path + "/leader-curator/latch-", candidate.getBytes(StandardCharsets.UTF_8));
    }

    public void leave(String node) throws Exception {
        client.delete().forPath(node);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
