package io.cerebro.gate;

import io.cerebro.marathon.AppId;
import java.time.Instant;

/**
 * Who is compared, and since when: the service's stable app and its canary.
 *
 * @param since when the stage began
 */
public record Contest(AppId service, Instant since) {
    public AppId stable() {
        return service;
    }

    public AppId canary() {
        return service.canary();
    }
}
