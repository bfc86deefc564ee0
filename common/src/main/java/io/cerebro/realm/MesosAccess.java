package io.cerebro.realm;

import java.net.URI;
import java.util.List;

/**
 * The Mesos that a realm's Marathon runs on.
 *
 * @param urls of its masters, leader or not
 * @param policy what to do where it has too little room
 */
public record MesosAccess(List<URI> urls, Policy policy) {
    /** What a lack of room leads to. */
    public enum Policy {
        /** It is said, and Marathon waits for room. */
        WARN,
        /** Nothing is begun. */
        REFUSE
    }

    public MesosAccess {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("mesos needs the URL of at least one master");
        }
    }
}
