package io.cerebro.marathon;

import java.time.Duration;
import java.util.List;

/**
 * Instances that wait to be launched.
 *
 * @param backOff time left of Marathon's back-off; zero when it waits for an offer
 * @param rejections why the last offers did not fit, in Marathon's funnel order
 */
public record QueueItem(AppId appId, int count, Duration backOff, List<Rejection> rejections) {
    public QueueItem {
        rejections = List.copyOf(rejections);
    }

    /**
     * One reason of {@code rejectSummaryLastOffers}.
     *
     * @param reason such as {@code InsufficientCpus}
     * @param declined offers refused for it, of {@code processed} that got as far as this check
     */
    public record Rejection(String reason, int declined, int processed) {}
}
