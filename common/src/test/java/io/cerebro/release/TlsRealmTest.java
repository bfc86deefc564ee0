package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import io.cerebro.realm.Keyring;
import io.cerebro.realm.Login;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.Realms;
import io.cerebro.realm.RealmsException;
import io.cerebro.realm.Secret;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A realm's Marathon behind TLS, with an authority that only the realm knows, as realms.yaml says. */
class TlsRealmTest {
    private static final String SAYS = "Marathon 1.11.26, no leader";

    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final MockWebServer server = new MockWebServer();

    @TempDir
    Path directory;

    @BeforeEach
    void start() throws Exception {
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(authority)
                .build();
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .addTrustedCertificate(authority.certificate())
                .build();
        server.useHttps(certificates.sslSocketFactory(), false);
        server.enqueue(new MockResponse().setBody("{\"version\": \"1.11.26\"}"));
        server.start(InetAddress.getLoopbackAddress(), 0);
        Files.writeString(directory.resolve("ca.pem"), authority.certificatePem());
        Files.writeString(directory.resolve("password"), "hunter2\n");
    }

    @AfterEach
    void stop() throws Exception {
        server.shutdown();
    }

    @Test
    void sendsAPasswordToAServerOfItsOwnAuthority() throws Exception {
        assertThat(RealmCheck.marathon(access("ca: ca.pem, username: cerebro, password: {file: password}")))
                .isEqualTo(SAYS);
        assertThat(request().getHeader("Authorization")).isEqualTo("Basic Y2VyZWJybzpodW50ZXIy");
    }

    @Test
    void sendsATokenToAServerOfItsOwnAuthority() throws Exception {
        assertThat(RealmCheck.marathon(access("ca: ca.pem, token: {file: password}")))
                .isEqualTo(SAYS);
        assertThat(request().getHeader("Authorization")).isEqualTo("Bearer hunter2");
    }

    @Test
    void sendsTheCredentialsThatABuildServerKeepsToAServerOfItsOwnAuthority() throws Exception {
        assertThat(RealmCheck.marathon(access("ca: ca.pem, credentials: marathon")))
                .isEqualTo(SAYS);
        assertThat(request().getHeader("Authorization")).isEqualTo("Basic a2VwdDpodW50ZXIz");
    }

    @Test
    void showsAClientCertificateToAServerThatAsksForOne() throws Exception {
        server.requireClientAuth();
        writeIdentity();

        assertThat(RealmCheck.marathon(
                        access("ca: ca.pem, certificate: {file: cerebro.p12, password: {file: password}}")))
                .isEqualTo(SAYS);

        RecordedRequest request = request();
        assertThat(request.getHandshake().peerPrincipal()).hasToString("CN=cerebro");
        assertThat(request.getHeader("Authorization")).isNull();
    }

    @Test
    void trustsNobodyElse() throws Exception {
        HeldCertificate stranger =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        Files.writeString(directory.resolve("ca.pem"), stranger.certificatePem());

        for (String ca : new String[] {"ca: ca.pem", "agentPort: 5051"}) {
            assertThatThrownBy(() -> RealmCheck.marathon(access(ca)))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageMatching(
                            "tried to GET https://127.0.0.1:\\d+/v2/info but TLS failed \\(PKIX path .*\\)");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void saysWhichFileIsWrong() throws Exception {
        Files.writeString(directory.resolve("no.pem"), "hello");
        writeIdentity();
        Files.writeString(directory.resolve("wrong"), "hunter4");

        assertCannotBeAsked("ca: gone.pem", "there is no file " + directory.resolve("gone.pem"));
        assertCannotBeAsked("ca: no.pem", directory.resolve("no.pem") + " holds no certificate in PEM");
        assertCannotBeAsked(
                "certificate: {file: cerebro.p12, password: {file: wrong}}",
                directory.resolve("cerebro.p12") + " is no PKCS #12 file that this password opens");
    }

    private void assertCannotBeAsked(String keys, String because) {
        assertThatThrownBy(() -> RealmCheck.marathon(access(keys)))
                .isInstanceOf(RealmsException.class)
                .hasMessage("the realm's Marathon cannot be asked: " + because);
    }

    private MarathonAccess access(String keys) {
        Keyring keyring = (realm, name) -> new Login.Password("kept", Secret.of("hunter3"));
        return Realms.read(
                        "realms.yaml",
                        "realms: {qa: {marathon: {urls: ['https://127.0.0.1:" + server.getPort() + "'], " + keys
                                + "}}}",
                        new Realms.Surroundings(directory, Path::of, keyring))
                .get("qa")
                .marathon();
    }

    private RecordedRequest request() throws InterruptedException {
        return server.takeRequest();
    }

    private void writeIdentity() throws Exception {
        HeldCertificate client = new HeldCertificate.Builder()
                .commonName("cerebro")
                .signedBy(authority)
                .build();
        char[] password = "hunter2".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("client", client.keyPair().getPrivate(), password, new Certificate[] {client.certificate()});
        try (OutputStream out = Files.newOutputStream(directory.resolve("cerebro.p12"))) {
            store.store(out, password);
        }
    }
}
