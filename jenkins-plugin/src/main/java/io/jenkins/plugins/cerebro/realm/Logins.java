package io.jenkins.plugins.cerebro.realm;

import com.cloudbees.plugins.credentials.common.StandardCertificateCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import io.cerebro.realm.Login;
import io.cerebro.realm.Secret;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Turns Jenkins's credentials into what a Marathon or a registry is told. */
final class Logins {
    private final Wallet wallet;

    Logins(Wallet wallet) {
        this.wallet = wallet;
    }

    /** @throws IllegalArgumentException that says what is missing and where to add it */
    Login marathon(String id, String url) {
        StandardCredentials credentials = find(id, url, "username with password, secret text or certificate");
        if (credentials instanceof StandardUsernamePasswordCredentials password) {
            return password(password);
        }
        if (credentials instanceof StringCredentials token) {
            return new Login.Token(secret(id, token.getSecret()));
        }
        if (credentials instanceof StandardCertificateCredentials certificate) {
            return new Login.Certificate(certificate.getKeyStore(), secret(id, certificate.getPassword()));
        }
        throw new IllegalArgumentException(
                "the credentials '" + id + "' must be a username with password, a secret text or a certificate");
    }

    /** @throws IllegalArgumentException that says what is missing and where to add it */
    Login.Password registry(String id, String url) {
        if (find(id, url, "username with password") instanceof StandardUsernamePasswordCredentials password) {
            return password(password);
        }
        throw new IllegalArgumentException("the credentials '" + id + "' must be a username with password");
    }

    /** As {@link #marathon}, but whoever needs it is told if it is not to be had: a rollback needs none. */
    Login whenAsked(String id, String url) {
        try {
            return marathon(id, url);
        } catch (IllegalArgumentException e) {
            return new Login.Password("nobody", Secret.missing(String.valueOf(e.getMessage())));
        }
    }

    /** A secret text, of which whoever needs it is told if it is not to be had. */
    Secret later(String id, String url) {
        try {
            if (find(id, url, "secret text") instanceof StringCredentials text) {
                return secret(id, text.getSecret());
            }
            return Secret.missing("the credentials '" + id + "' must be a secret text");
        } catch (IllegalArgumentException e) {
            return Secret.missing(String.valueOf(e.getMessage()));
        }
    }

    private StandardCredentials find(String id, String url, String kinds) {
        return wallet.find(id, url)
                .orElseThrow(() -> new IllegalArgumentException(wallet.owner() + " has no credentials '" + id
                        + "': add them at Manage Jenkins, Credentials, or to the job's folder, as " + kinds));
    }

    private static Login.Password password(StandardUsernamePasswordCredentials credentials) {
        return new Login.Password(credentials.getUsername(), secret(credentials.getId(), credentials.getPassword()));
    }

    private static Secret secret(String id, hudson.util.Secret secret) {
        String value = secret.getPlainText();
        if (value.isBlank()) {
            throw new IllegalArgumentException("the credentials '" + id + "' hold an empty secret: give them one");
        }
        return Secret.of(value);
    }
}
