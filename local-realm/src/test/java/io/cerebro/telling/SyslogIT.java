package io.cerebro.telling;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.realm.Audience;
import io.cerebro.realm.AuditSettings;
import io.cerebro.realm.AuditSettings.Facility;
import io.cerebro.realm.AuditSettings.Syslog;
import io.cerebro.realm.AuditSettings.Transport;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import io.cerebro.release.Release;
import io.cerebro.release.Settings;
import io.cerebro.report.Links;
import io.cerebro.report.ReleaseReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit as a real rsyslogd understands it. */
class SyslogIT {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00.123Z");
    private static final String LINE =
            "{\"at\":\"2026-11-28T12:00:00.123Z\",\"realm\":\"prod\",\"service\":\"/orders\","
                    + "\"goal\":\"promote\",\"by\":\"Zoë \\\"%s\\\"\",\"stage\":\"end\",\"result\":\"failed\","
                    + "\"because\":\"it was told to; nothing was changed\"}";
    private static final String RECEIVED = "local3 err cerebro - decision - 2026-11-28T12:00:00.123Z " + LINE;

    @TempDir
    private Path directory;

    private final List<String> trouble = new CopyOnWriteArrayList<>();
    private Rsyslogd rsyslogd;

    @BeforeEach
    void prepare() throws Exception {
        rsyslogd = new Rsyslogd(directory, "127.0.0.1");
    }

    @AfterEach
    void stop() throws InterruptedException {
        rsyslogd.stop();
    }

    @Test
    void arrivesAsADatagramWithEveryFieldOfRfc5424() throws Exception {
        rsyslogd.start();
        try (Telling telling = telling(server("127.0.0.1", Transport.UDP))) {
            telling.looked(failed());
        }

        assertThat(rsyslogd.received(2)).last().isEqualTo(RECEIVED);
        assertThat(trouble).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "TLS"})
    void arrivesOverAConnectionAndLosesNothingToAServerThatIsStartedAnew(Transport transport) throws Exception {
        rsyslogd.start();
        try (Telling telling = telling(server("127.0.0.1", transport))) {
            telling.looked(failed());
            assertThat(rsyslogd.received(2)).last().isEqualTo(RECEIVED);
            rsyslogd.stop();
            rsyslogd.start();
            telling.looked(begun());
            telling.looked(failed());
        }

        assertThat(rsyslogd.received(4)).last().isEqualTo(RECEIVED);
        assertThat(trouble).isEmpty();
    }

    @Test
    void saysOnceThatNobodyListensAndTellsWhenSomebodyDoes() throws Exception {
        try (Telling telling = telling(server("127.0.0.1", Transport.TCP))) {
            telling.looked(failed());
            Rsyslogd.await(() -> !trouble.isEmpty());
            rsyslogd.start();
            telling.looked(begun());
            telling.looked(failed());
        }

        assertThat(trouble)
                .containsExactly("tried to tell syslog at 127.0.0.1:" + rsyslogd.port(Transport.TCP)
                        + " but nothing accepts connections there; is it running?; the release goes on");
        assertThat(rsyslogd.received(2)).last().isEqualTo(RECEIVED);
    }

    @Test
    void tellsNothingToAServerThatDoesNotProveItself() throws Exception {
        Path missing = directory.resolve("none.pem");
        rsyslogd.start();
        int port = rsyslogd.port(Transport.TLS);
        for (Syslog unproven : List.of(
                server("localhost", Transport.TLS),
                new Syslog("127.0.0.1", port, Transport.TLS, Facility.LOCAL3, Optional.empty()),
                new Syslog("127.0.0.1", port, Transport.TLS, Facility.LOCAL3, Optional.of(missing)))) {
            try (Telling telling = telling(unproven)) {
                telling.looked(failed());
            }
        }

        assertThat(trouble)
                .containsExactly(
                        "tried to tell syslog at localhost:" + port
                                + " but TLS failed (No name matching localhost found); the release goes on",
                        "tried to tell syslog at 127.0.0.1:" + port
                                + " but TLS failed (PKIX path building failed:"
                                + " sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid"
                                + " certification path to requested target); the release goes on",
                        "tried to tell syslog at 127.0.0.1:" + port + " but TLS failed (there is no file " + missing
                                + "); the release goes on");
        assertThat(directory.resolve("received")).doesNotExist();
    }

    private Syslog server(String host, Transport transport) {
        return new Syslog(
                host,
                rsyslogd.port(transport),
                transport,
                Facility.LOCAL3,
                transport == Transport.TLS ? Optional.of(rsyslogd.ca()) : Optional.empty());
    }

    private Telling telling(Syslog syslog) {
        return Telling.to(
                Audience.NOBODY.and(new AuditSettings(Optional.empty(), Optional.of(syslog))), begun(), trouble::add);
    }

    private static ReleaseReport begun() {
        return ReleaseReport.begin(start().release(), "prod", Links.NONE);
    }

    /** A release that is given up before anything was done: two lines. */
    private static ReleaseReport failed() {
        return begun().with(start().abort("it was told to", NOON));
    }

    private static Progress start() {
        return Progress.start(Release.of(AppId.of("/orders"), Goal.PROMOTE, Settings.DEFAULT, "Zoë \"%s\"", NOON));
    }
}
