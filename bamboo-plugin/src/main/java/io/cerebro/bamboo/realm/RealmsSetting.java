package io.cerebro.bamboo.realm;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.util.Optional;

/** The realms as the administration page keeps them: the text of a realms.yaml in Bamboo's own settings. On the server alone. */
public final class RealmsSetting {
    /** Where the text is in Bamboo's global settings. */
    public static final String KEY = "io.cerebro.bamboo-plugin.realms";

    private RealmsSetting() {}

    /** Empty where nothing is set, and where there is no server. */
    public static Optional<String> read() {
        try {
            return settings()
                    .map(settings -> settings.get(KEY))
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .filter(text -> !text.isBlank());
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps it; a blank text takes the setting away.
     *
     * @throws IllegalStateException where there is no server
     */
    public static void write(String text) {
        PluginSettings settings =
                settings().orElseThrow(() -> new IllegalStateException("there are no settings but on a Bamboo server"));
        if (text.isBlank()) {
            settings.remove(KEY);
        } else {
            settings.put(KEY, text);
        }
    }

    private static Optional<PluginSettings> settings() {
        return Server.service(PluginSettingsFactory.class).map(PluginSettingsFactory::createGlobalSettings);
    }
}
