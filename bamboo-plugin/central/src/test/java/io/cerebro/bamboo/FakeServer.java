package io.cerebro.bamboo;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.bamboo.credentials.CredentialsAccessor;
import com.atlassian.bamboo.credentials.CredentialsData;
import com.atlassian.bamboo.crypto.instance.SecretEncryptionService;
import com.atlassian.sal.api.component.ComponentLocator;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.util.HashMap;
import java.util.Map;

/** The services of a Bamboo server, until it is closed. */
public final class FakeServer extends ComponentLocator implements AutoCloseable {
    public final Map<String, Object> settings = new HashMap<>();
    private final CredentialsAccessor credentials = mock();

    public FakeServer() {
        setComponentLocator(this);
    }

    /** Shared ones, the password kept encrypted as {@code {enc}}. */
    public void shares(String name, String username, String password) {
        CredentialsData data = mock();
        when(data.getConfiguration()).thenReturn(Map.of("username", username, "password", "{enc}" + password));
        when(credentials.getCredentialsByName(name)).thenReturn(data);
    }

    @Override
    protected <T> T getComponentInternal(Class<T> type) {
        return type.cast(service(type));
    }

    private Object service(Class<?> type) {
        if (type == CredentialsAccessor.class) {
            return credentials;
        }
        if (type == SecretEncryptionService.class) {
            SecretEncryptionService secrets = mock();
            when(secrets.decryptIfDecryptable(anyString()))
                    .thenAnswer(call -> call.<String>getArgument(0).replace("{enc}", ""));
            return secrets;
        }
        PluginSettings global = mock();
        when(global.get(anyString())).thenAnswer(call -> settings.get(call.<String>getArgument(0)));
        PluginSettingsFactory factory = mock();
        when(factory.createGlobalSettings()).thenReturn(global);
        return type == PluginSettingsFactory.class ? factory : null;
    }

    @Override
    public void close() {
        setComponentLocator(null);
    }
}
