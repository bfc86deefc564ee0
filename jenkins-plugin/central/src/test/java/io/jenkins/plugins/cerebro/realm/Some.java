package io.jenkins.plugins.cerebro.realm;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.cloudbees.plugins.credentials.common.StandardCertificateCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.util.Secret;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Configurations and credentials for tests. */
final class Some {
    private Some() {}

    static RealmConfiguration realm(String name) {
        MarathonConfiguration marathon = new MarathonConfiguration();
        marathon.setUrls(List.of("http://m1:8080\n http://m2:8080/ \n"));
        HaproxyConfiguration haproxy = new HaproxyConfiguration();
        haproxy.setLoadBalancers(List.of(new LoadBalancerConfiguration("lb1", "lb1:9999", "/etc/haproxy/maps")));
        RealmConfiguration realm = new RealmConfiguration(name);
        realm.setMarathon(marathon);
        realm.setRouter(haproxy);
        return realm;
    }

    record Purse(Map<String, StandardCredentials> credentials) implements Wallet {
        @Override
        public Optional<StandardCredentials> find(String id, String url) {
            return Optional.ofNullable(credentials.get(id));
        }

        @Override
        public String owner() {
            return "shop/orders";
        }
    }

    static Purse nothing() {
        return new Purse(Map.of());
    }

    static StandardUsernamePasswordCredentials password(String id, String username, String password) {
        StandardUsernamePasswordCredentials credentials = mock(StandardUsernamePasswordCredentials.class);
        when(credentials.getId()).thenReturn(id);
        when(credentials.getUsername()).thenReturn(username);
        when(credentials.getPassword()).thenReturn(Secret.fromString(password));
        return credentials;
    }

    static StringCredentials token(String text) {
        StringCredentials credentials = mock(StringCredentials.class);
        when(credentials.getSecret()).thenReturn(Secret.fromString(text));
        return credentials;
    }

    static StringCredentials named(String id, StringCredentials credentials) {
        when(credentials.getId()).thenReturn(id);
        return credentials;
    }

    static StandardCertificateCredentials certificate(KeyStore store, String password) {
        StandardCertificateCredentials credentials = mock(StandardCertificateCredentials.class);
        when(credentials.getKeyStore()).thenReturn(store);
        when(credentials.getPassword()).thenReturn(Secret.fromString(password));
        return credentials;
    }
}
