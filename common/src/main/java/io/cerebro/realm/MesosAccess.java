package io.cerebro.realm;

import io.cerebro.http.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The Mesos that a realm's Marathon runs on.
 *
 * @param urls of its masters, leader or not
 * @param authorities a PEM file of those that have signed their certificates; empty for those that the JVM knows
 * @param policy what to do where it has too little room
 */
public record MesosAccess(List<URI> urls, Optional<Login> login, Optional<Path> authorities, Policy policy) {
    /** What a lack of room leads to. */
    public enum Policy {
        /** It is said, and Marathon waits for room. */
        WARN,
        /** Nothing is begun. */
        REFUSE
    }

    /** Masters that ask nobody who he is. */
    public MesosAccess(List<URI> urls, Policy policy) {
        this(urls, Optional.empty(), Optional.empty(), policy);
    }

    public MesosAccess {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("mesos needs the URL of at least one master");
        }
    }

    /**
     * Who Cerebro is there.
     *
     * @throws RealmsException if a secret or a file is missing
     */
    public Credentials credentials() {
        return Logins.credentials("the realm's Mesos", login, authorities);
    }
}
