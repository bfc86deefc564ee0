package io.cerebro.zookeeper;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.client.ZKClientConfig;

/**
 * The servers of one ZooKeeper.
 *
 * @param servers with their ports, separated by commas
 * @param patience until one of them has been reached
 * @param session after which one that says nothing is given up; all of them are tried within it
 */
record Ensemble(String servers, Duration patience, Duration session) {
    private static final int LAST_WORDS_MS = 1000;

    /** What is asked in a session, which ends with it. */
    interface Question<T> {
        T ask(CuratorFramework client) throws Exception;
    }

    /** Answers within some ten seconds, one way or the other. */
    static Ensemble of(String servers) {
        return new Ensemble(servers, Duration.ofSeconds(5), Duration.ofSeconds(4));
    }

    <T> T ask(Question<T> question) throws KeeperException, InterruptedException {
        try (CuratorFramework client = client()) {
            client.start();
            if (!client.blockUntilConnected((int) patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new KeeperException.ConnectionLossException();
            }
            return question.ask(client);
        } catch (KeeperException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CuratorFramework client() {
        ZKClientConfig config = new ZKClientConfig();
        config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false");
        config.setProperty(ZKClientConfig.ZOOKEEPER_REQUEST_TIMEOUT, String.valueOf(session.toMillis()));
        return CuratorFrameworkFactory.builder()
                .connectString(servers)
                .ensembleTracker(false)
                .zkClientConfig(config)
                .connectionTimeoutMs((int) session.toMillis())
                .sessionTimeoutMs((int) session.toMillis())
                .waitForShutdownTimeoutMs(LAST_WORDS_MS)
                .retryPolicy((count, elapsed, sleeper) -> false)
                .build();
    }
}
