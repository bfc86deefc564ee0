package io.cerebro.telling;

import io.cerebro.http.Keys;
import io.cerebro.realm.AuditSettings.Syslog;
import io.cerebro.realm.AuditSettings.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** One TCP connection, within TLS or not; each message has its length before it. */
final class SyslogStream implements SyslogServer.Wire {
    private static final int PATIENCE_MILLIS = 3_000;

    private final Syslog server;
    private @Nullable Socket socket;

    SyslogStream(Syslog server) {
        this.server = server;
    }

    @Override
    public void send(byte[] message) throws IOException {
        byte[] framed = framed(message);
        Socket kept = socket;
        if (kept != null && !left(kept) && written(kept, framed)) {
            return;
        }
        close();
        Socket fresh = connect();
        socket = fresh;
        fresh.getOutputStream().write(framed);
    }

    private static byte[] framed(byte[] message) {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        framed.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
        framed.writeBytes(message);
        return framed.toByteArray();
    }

    /** A server says nothing but that it goes; what is written after that is lost without an error. */
    private static boolean left(Socket kept) {
        try {
            kept.setSoTimeout(1);
            return kept.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    private static boolean written(Socket kept, byte[] framed) {
        try {
            kept.getOutputStream().write(framed);
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    private Socket connect() throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(server.host(), server.port()), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            return server.transport() == Transport.TLS ? secured(plain) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket secured = (SSLSocket)
                trusting(server.ca()).getSocketFactory().createSocket(plain, server.host(), server.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static SSLContext trusting(Optional<Path> ca) throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(ca.map(Keys::authorities).orElse(null));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new SSLException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() throws IOException {
        Socket kept = socket;
        socket = null;
        if (kept != null) {
            kept.close();
        }
    }
}
