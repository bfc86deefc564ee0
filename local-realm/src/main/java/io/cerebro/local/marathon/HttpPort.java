package io.cerebro.local.marathon;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port on which something answers HTTP. */
final class HttpPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpPort.class);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int THREADS = 64;
    private final Server server;
    private final ServerConnector connector;
    private final String address;

    private HttpPort(String what, String address, int port) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName(what.replace(' ', '-'));
        threads.setDaemon(true);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        this.server = new Server(threads);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        this.address = address;
        connector.setHost(address);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
    }

    /**
     * Opens the port; nothing is answered before {@link #serve}.
     *
     * @throws CannotStart when it cannot be had
     */
    static HttpPort open(String what, String address, int port) {
        HttpPort http = new HttpPort(what, address, port);
        try {
            http.connector.open();
            return http;
        } catch (IOException e) {
            boolean taken = e instanceof BindException || e.getCause() instanceof BindException;
            String why = taken
                    ? "the port is taken or the address is not this machine's: stop what listens there, or choose another port"
                    : e.getMessage();
            throw new CannotStart("tried to serve " + what + " at " + address + ":" + port + " but " + why, e);
        }
    }

    void serve(Handler handler) {
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            throw new CannotStart("tried to serve at " + authority() + " but " + e.getMessage(), e);
        }
    }

    String authority() {
        return address + ":" + connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception e) {
            LOG.warn("Tried to stop serving at {} but {}", address, e.toString());
        }
    }
}
