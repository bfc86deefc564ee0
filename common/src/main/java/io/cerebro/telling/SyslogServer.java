package io.cerebro.telling;

import com.cloudbees.syslog.Facility;
import com.cloudbees.syslog.Severity;
import com.cloudbees.syslog.SyslogMessage;
import io.cerebro.http.Trouble;
import io.cerebro.realm.AuditSettings.Syslog;
import io.cerebro.realm.AuditSettings.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** A syslog server, told in the form of RFC 5424. */
final class SyslogServer implements Channel {
    /** The way there. */
    interface Wire extends AutoCloseable {
        void send(byte[] message) throws IOException;

        @Override
        void close() throws IOException;
    }

    private final Syslog server;
    private final Wire wire;
    private final String host = ownName();

    SyslogServer(Syslog server) {
        this.server = server;
        this.wire = server.transport() == Transport.UDP ? new SyslogDatagrams(server) : new SyslogStream(server);
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nobodyKnowsIt) {
            return "-";
        }
    }

    @Override
    public String name() {
        return "syslog at " + server.host() + ":" + server.port();
    }

    @Override
    public boolean tell(Decision decision) throws IOException {
        SyslogMessage message = new SyslogMessage()
                .withFacility(Facility.fromLabel(server.facility().name()))
                .withSeverity(severity(decision))
                .withTimestamp(decision.at().toEpochMilli())
                .withHostname(host)
                .withAppName("cerebro")
                .withMsgId("decision")
                .withMsg(AuditLine.of(decision));
        try {
            wire.send(message.toRfc5424SyslogMessage().getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            throw new IOException(Trouble.of(e), e);
        }
    }

    private static Severity severity(Decision decision) {
        if (decision instanceof Decision.Ended ended) {
            return switch (ended.outcome().kind()) {
                case DONE -> Severity.INFORMATIONAL;
                case ROLLED_BACK -> Severity.WARNING;
                case FAILED -> Severity.ERROR;
            };
        }
        return decision instanceof Decision.Held ? Severity.NOTICE : Severity.INFORMATIONAL;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
