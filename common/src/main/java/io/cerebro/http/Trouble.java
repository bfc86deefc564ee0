package io.cerebro.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says in a phrase after "but" why no answer came. */
public final class Trouble {
    private Trouble() {}

    public static String of(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "there is no host of this name; check the URL";
        }
        if (failure instanceof NoRouteToHostException) {
            return "there is no route to the host";
        }
        if (failure instanceof SSLException) {
            return "TLS failed (" + said(failure) + ")";
        }
        if (failure instanceof SocketTimeoutException timeout) {
            return connecting(timeout) ? "no connection came about in time" : "no answer came in time";
        }
        if (failure instanceof InterruptedIOException) {
            return "timeout".equals(failure.getMessage()) ? "no answer came in time" : "the request was interrupted";
        }
        if (failure instanceof ConnectException) {
            return "nothing accepts connections there; is it running?";
        }
        if (failure instanceof EOFException || said(failure).contains("unexpected end of stream")) {
            return "the connection was closed without an answer";
        }
        return "the connection broke (" + said(failure) + ")";
    }

    private static boolean connecting(SocketTimeoutException timeout) {
        String said = said(timeout).toLowerCase(Locale.ROOT);
        return said.contains("connect");
    }

    private static String said(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
    }
}
