package io.cerebro.zookeeper;

import io.cerebro.http.Unreachable;
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

    /**
     * Asks, and says what went wrong if anything did.
     *
     * @param what was tried: {@code tried to find Marathon at zk://zk1:2181/marathon but }
     * @param login what to do where reading that needs one
     * @throws Unreachable if there is no answer
     */
    <T> T ask(String what, String login, Question<T> question) {
        try {
            return ask(question);
        } catch (KeeperException.NoAuthException e) {
            throw new Unreachable(what + "may not read that without a login; " + login, e);
        } catch (KeeperException.ConnectionLossException
                | KeeperException.SessionExpiredException
                | KeeperException.RequestTimeoutException e) {
            throw new Unreachable(what + "no ZooKeeper answered in time", e);
        } catch (KeeperException e) {
            throw new Unreachable(what + "ZooKeeper refused (" + e.code() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(what + "the request was interrupted", e);
        }
    }

    private <T> T ask(Question<T> question) throws KeeperException, InterruptedException {
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
