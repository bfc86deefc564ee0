package io.cerebro.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** TLS with a client certificate of our own, or with authorities of the realm's own, or with both. */
record Tls(SSLSocketFactory sockets, X509TrustManager trust) {
    /** A private key with its chain, and the password of the key. */
    record Identity(KeyStore store, String password) {
        @Override
        public String toString() {
            return "a client certificate";
        }
    }

    /** @param trusted the authorities that servers are checked by; empty for the JVM's own */
    static Tls with(Optional<Identity> identity, Optional<KeyStore> trusted) {
        try {
            KeyManager[] keys = identity.isPresent() ? keys(identity.get()) : new KeyManager[0];
            X509TrustManager trust = trust(trusted.orElse(null));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trust}, null);
            return new Tls(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the client certificate cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] keys(Identity identity) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity.store(), identity.password().toCharArray());
        return keys.getKeyManagers();
    }

    private static X509TrustManager trust(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return (X509TrustManager) Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    OkHttpClient.Builder on(OkHttpClient.Builder client) {
        return client.sslSocketFactory(sockets, trust);
    }
}
