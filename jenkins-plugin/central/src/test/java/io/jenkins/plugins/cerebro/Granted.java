package io.jenkins.plugins.cerebro;

import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import hudson.security.ACL;
import hudson.security.Permission;
import io.cerebro.signatures.Fakes;
import java.util.Set;
import jenkins.model.Jenkins;

/** A Jenkins in which everybody has certain permissions. */
public final class Granted {
    private Granted() {}

    public static Jenkins permissions(Permission... granted) {
        Set<Permission> all = Set.of(granted);
        Jenkins jenkins = mock(Jenkins.class, CALLS_REAL_METHODS);
        doReturn(ACL.lambda2((who, permission) -> all.contains(permission)))
                .when(jenkins)
                .getACL();
        Fakes.jenkins(jenkins);
        return jenkins;
    }
}
