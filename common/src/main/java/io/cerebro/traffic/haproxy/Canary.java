package io.cerebro.traffic.haproxy;

import io.cerebro.marathon.AppId;

/**
 * The canary of a service as the maps know it.
 *
 * @param value by which a request asks for it, in the header or cookie
 */
record Canary(AppId service, HeaderValue value) {
    String name() {
        return service.name();
    }

    String header() {
        return value.text();
    }
}
