package io.cerebro.telling;

import io.cerebro.realm.Audience;
import io.cerebro.report.Course;
import io.cerebro.report.ReleaseReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells of one release, as its report grows. Nothing here waits for those who are told, or throws what they do. */
public final class Telling implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final List<Courier> couriers;
    private Course told;
    private Instant heldSince = Instant.EPOCH;

    Telling(List<Channel> channels, ReleaseReport begun, Consumer<String> trouble) {
        this.couriers =
                channels.stream().map(channel -> new Courier(channel, trouble)).toList();
        this.told = begun.course();
    }

    /**
     * Opens nothing before there is something to tell.
     *
     * @param begun what this has was told before
     * @param trouble is told a sentence, mostly by another thread, where somebody could not be told; once until it works again
     */
    public static Telling to(Audience audience, ReleaseReport begun, Consumer<String> trouble) {
        List<Channel> channels = new ArrayList<>();
        audience.audit().file().map(AuditFile::new).ifPresent(channels::add);
        audience.audit().syslog().map(SyslogServer::new).ifPresent(channels::add);
        audience.newRelic().map(NewRelic::new).ifPresent(channels::add);
        audience.webhook().map(Webhook::new).ifPresent(channels::add);
        return new Telling(channels, begun, trouble);
    }

    /** Tells what is new, at the end and in between. */
    public synchronized void looked(ReleaseReport report) {
        List<Decision> news = Decision.since(told, report);
        told = report.course();
        couriers.forEach(courier -> news.forEach(courier::bring));
    }

    /** Tells once a stage that a person is waited for. */
    public synchronized void held(ReleaseReport report) {
        report.course()
                .underWay()
                .filter(stage -> !stage.began().equals(heldSince))
                .ifPresent(stage -> {
                    heldSince = stage.began();
                    couriers.forEach(courier -> courier.bring(new Decision.Held(report.subject(), stage)));
                });
    }

    /** Nothing more comes; what is on its way still arrives. */
    public void end() {
        couriers.forEach(Courier::dismiss);
    }

    /** The same for a process that ends now: waits some seconds at most for what is on its way. */
    @Override
    public void close() {
        end();
        try {
            for (Courier courier : couriers) {
                courier.await(LAST_WORDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
