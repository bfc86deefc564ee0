package io.cerebro.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class TlsTest {
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @Test
    void showsItsCertificateToAServerThatAsksForOne() throws Exception {
        HeldCertificate client = new HeldCertificate.Builder()
                .commonName("cerebro")
                .signedBy(authority)
                .build();
        try (MockWebServer server = server()) {
            OkHttpClient http = Tls.with(
                            Optional.of(new Tls.Identity(identity(client), "changeit")), Optional.of(trusted()))
                    .on(new OkHttpClient.Builder())
                    .build();
            try (Response response = http.newCall(
                            new Request.Builder().url(server.url("/v2/info")).build())
                    .execute()) {
                assertThat(response.code()).isEqualTo(200);
            }
            assertThat(server.takeRequest().getHandshake().peerPrincipal()).hasToString("CN=cerebro");
        }
    }

    @Test
    void saysThatACertificateCannotBeUsedAndNotItsPassword() throws Exception {
        KeyStore identity = identity(new HeldCertificate.Builder().build());
        assertThatThrownBy(() -> Credentials.certificate(identity, "wrong"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the client certificate cannot be used: ")
                .hasMessageNotContaining("wrong");
        assertThat(Credentials.certificate(identity, "changeit"))
                .hasToString("a client certificate")
                .extracting(credentials -> credentials.kind().orElseThrow())
                .isEqualTo("client certificate");
    }

    private MockWebServer server() throws Exception {
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(authority)
                .build();
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .addTrustedCertificate(authority.certificate())
                .build();
        MockWebServer server = new MockWebServer();
        server.useHttps(certificates.sslSocketFactory(), false);
        server.requireClientAuth();
        server.enqueue(new MockResponse().setBody("{}"));
        server.start();
        return server;
    }

    private KeyStore trusted() throws Exception {
        KeyStore store = empty();
        store.setCertificateEntry("authority", authority.certificate());
        return store;
    }

    private static KeyStore identity(HeldCertificate held) throws Exception {
        KeyStore store = empty();
        store.setKeyEntry(
                "client", held.keyPair().getPrivate(), "changeit".toCharArray(), new Certificate[] {held.certificate()
                });
        return store;
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
