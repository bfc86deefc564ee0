package io.jenkins.plugins.cerebro.realm;

import io.cerebro.realm.Login;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.Registry;
import io.cerebro.realm.Secret;
import java.util.List;
import java.util.Optional;

/** How a realm's Marathon and registry are reached, with credentials from a wallet. */
final class AccessReader {
    private AccessReader() {}

    /** @throws IllegalArgumentException that says what is wrong */
    static MarathonAccess marathon(MarathonConfiguration marathon, Logins logins) {
        List<String> urls = marathon.getUrls();
        Optional<Login> login = Optional.ofNullable(marathon.getCredentialsId())
                .map(id -> logins.marathon(id, MarathonConfiguration.place(urls)));
        String port = marathon.getAgentPort();
        return new MarathonAccess(
                urls.stream().map(MarathonAccess::url).toList(),
                login,
                Optional.ofNullable(marathon.getCa()).map(MarathonConfiguration::authorities),
                port == null ? MarathonAccess.AGENT_PORT : MarathonConfiguration.port(port));
    }

    /**
     * Missing credentials trouble only who pushes: a rollback needs none.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    static Registry registry(RegistryConfiguration registry, Logins logins) {
        Optional<Login.Password> login = Optional.ofNullable(registry.getCredentialsId())
                .map(id -> login(id, "https://" + registry.getAddress(), logins));
        return new Registry(registry.getAddress(), login);
    }

    private static Login.Password login(String id, String url, Logins logins) {
        try {
            return logins.registry(id, url);
        } catch (IllegalArgumentException e) {
            return new Login.Password("nobody", Secret.missing("the registry cannot be used: " + e.getMessage()));
        }
    }
}
