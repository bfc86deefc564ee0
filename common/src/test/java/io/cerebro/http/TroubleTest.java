package io.cerebro.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class TroubleTest {
    @Test
    void saysInAPhraseWhyNoAnswerCame() {
        assertThat(Trouble.of(new UnknownHostException("marathon: Name or service not known")))
                .isEqualTo("there is no host of this name; check the URL");
        assertThat(Trouble.of(new NoRouteToHostException("No route to host")))
                .isEqualTo("there is no route to the host");
        assertThat(Trouble.of(new SSLHandshakeException("PKIX path building\n failed")))
                .isEqualTo("TLS failed (PKIX path building failed)");
        assertThat(Trouble.of(new SocketTimeoutException("Connect timed out")))
                .isEqualTo("no connection came about in time");
        assertThat(Trouble.of(new SocketTimeoutException("timeout"))).isEqualTo("no answer came in time");
        assertThat(Trouble.of(new InterruptedIOException("timeout"))).isEqualTo("no answer came in time");
        assertThat(Trouble.of(new InterruptedIOException("interrupted"))).isEqualTo("the request was interrupted");
        assertThat(Trouble.of(new EOFException())).isEqualTo("the connection was closed without an answer");
        assertThat(Trouble.of(new SocketException("Connection reset")))
                .isEqualTo("the connection broke (Connection reset)");
        assertThat(Trouble.of(new IOException())).isEqualTo("the connection broke (IOException)");
    }
}
