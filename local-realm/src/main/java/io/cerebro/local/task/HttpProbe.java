package io.cerebro.local.task;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks over the network, each time on a new connection, and believes any certificate, as Marathon does.
 *
 * <p>At most {@value #THREADS} questions are open at a time; without any there is no thread.
 */
final class HttpProbe implements Probe {
    private static final Logger LOG = LoggerFactory.getLogger(HttpProbe.class);
    private static final int THREADS = 32;
    private static final int GLANCE_MILLIS = 200;
    private static final long LONGEST_BODY = 16 * 1024;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Hands.named("check"));
    private final OkHttpClient client;

    HttpProbe() {
        threads.allowCoreThreadTimeOut(true);
        BlindTrust trust = new BlindTrust();
        client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .proxy(Proxy.NO_PROXY)
                .sslSocketFactory(trust.sockets(), trust)
                .hostnameVerifier((host, session) -> true)
                .build();
    }

    @Override
    public void ask(Question question, Consumer<Answer> listener) {
        try {
            threads.execute(() -> listener.accept(answer(question)));
        } catch (RejectedExecutionException e) {
            LOG.debug("closed: {} is not asked any more", question.address());
        }
    }

    private Answer answer(Question question) {
        try {
            return question.scheme() == Scheme.TCP ? connect(question) : get(question);
        } catch (InterruptedIOException e) {
            return Answer.none("TimeoutException: no answer from " + question.url() + " within "
                    + question.timeout().toSeconds() + " s");
        } catch (IOException | IllegalArgumentException e) {
            Throwable root = root(e);
            return Answer.none(
                    root.getClass().getSimpleName() + ": " + root.getMessage() + " (" + question.address() + ")");
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static Answer connect(Question question) throws IOException {
        try (Socket socket = new Socket()) {
            InetSocketAddress address = new InetSocketAddress(
                    question.address().host(), question.address().port());
            socket.connect(address, Math.toIntExact(question.timeout().toMillis()));
            stays(socket);
            return Answer.connected();
        }
    }

    /** Docker's own proxy takes connections for a container in which nobody listens, and closes them at once. */
    private static void stays(Socket socket) throws IOException {
        socket.setSoTimeout(GLANCE_MILLIS);
        try {
            if (socket.getInputStream().read() < 0) {
                throw new EOFException("The connection was closed at once");
            }
        } catch (SocketTimeoutException e) {
            LOG.trace("{} listens and waits to be spoken to", socket);
        }
    }

    private Answer get(Question question) throws IOException {
        Request request = new Request.Builder()
                .url(question.url())
                .header("Connection", "close")
                .build();
        OkHttpClient impatient = client.newBuilder()
                .callTimeout(question.timeout())
                .connectTimeout(question.timeout())
                .readTimeout(question.timeout())
                .build();
        try (Response response = impatient.newCall(request).execute()) {
            return Answer.of(response.code(), reason(response), body(response));
        }
    }

    private static String reason(Response response) {
        if (!response.message().isBlank()) {
            return response.message();
        }
        return response.code() == 500 ? "Internal Server Error" : HttpStatus.getMessage(response.code());
    }

    /** A body that does not end is no reason to doubt the status. */
    private static String body(Response response) {
        try {
            return response.peekBody(LONGEST_BODY).string();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
