package io.cerebro.bamboo.admin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.bamboo.credentials.CredentialsAccessor;
import com.atlassian.bamboo.credentials.CredentialsData;
import com.atlassian.sal.api.component.ComponentLocator;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.util.HashMap;
import java.util.Map;
import org.apache.struts2.interceptor.parameter.StrutsParameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmsActionTest {
    private static final String REALMS = """
            realms:
              prod:
                marathon: {urls: ["http://127.0.0.1:8080"], credentials: marathon-prod}
                router: {haproxy: {canaryHeader: X-Canary, loadBalancers: [{name: lb1, socket: /run/haproxy.sock, maps: /etc/haproxy/maps}]}}
            """;

    private final Map<String, Object> kept = new HashMap<>();
    private final CredentialsAccessor credentials = mock(CredentialsAccessor.class);

    @BeforeEach
    void serve() {
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(new Kept());
        ComponentLocator.setComponentLocator(
                new Services(Map.of(PluginSettingsFactory.class, factory, CredentialsAccessor.class, credentials)));
        CredentialsData login = mock(CredentialsData.class);
        when(login.getConfiguration()).thenReturn(Map.of("username", "ci", "password", "s3cret"));
        when(credentials.getCredentialsByName("marathon-prod")).thenReturn(login);
    }

    @AfterEach
    void stopServing() {
        ComponentLocator.setComponentLocator(null);
    }

    @Test
    void keepsWhatTheTasksCanWorkWith() {
        RealmsAction action = new RealmsAction();
        assertThat(action.input()).isEqualTo("input");
        assertThat(action.getRealms()).isEmpty();

        action.setRealms(REALMS.replace("\n", "\r\n"));
        assertThat(action.save()).isEqualTo("input");

        assertThat(action.isSaved()).isTrue();
        assertThat(action.getProblem()).isEmpty();
        RealmsAction later = new RealmsAction();
        later.input();
        assertThat(later.getRealms()).isEqualTo(REALMS);
        assertThat(later.isSaved()).isFalse();
    }

    @Test
    void refusesARealmWithTheReadersOwnWords() {
        RealmsAction action = new RealmsAction();
        action.setRealms(REALMS.replace("urls", "url"));
        action.save();

        assertThat(action.isSaved()).isFalse();
        assertThat(action.getProblem())
                .isEqualTo(
                        "Administration, Cerebro:3:16: realms.prod.marathon.url is not known here; did you mean 'urls'?"
                                + " Allowed: agentPort, ca, certificate, credentials, password, token, urls, username");
        assertThat(action.getRealms()).contains("url:");
        assertThat(kept).isEmpty();
    }

    @Test
    void refusesCredentialsThatAreNotThere() {
        when(credentials.getCredentialsByName("marathon-prod")).thenReturn(null);
        RealmsAction action = new RealmsAction();
        action.setRealms(REALMS);
        action.save();

        assertThat(action.getProblem())
                .contains("there are no shared credentials 'marathon-prod': add them at Administration, Shared"
                        + " credentials, as username and password");
        assertThat(kept).isEmpty();
    }

    @Test
    void takesBlankForNothing() {
        RealmsAction action = new RealmsAction();
        action.setRealms(REALMS);
        action.save();
        action.setRealms(" \r\n");
        action.save();

        assertThat(action.isSaved()).isTrue();
        assertThat(kept).isEmpty();
    }

    /** Without it Bamboo 12 takes nothing from the form. */
    @Test
    void marksWhatTheFormMaySet() throws NoSuchMethodException {
        assertThat(RealmsAction.class.getMethod("setRealms", String.class).isAnnotationPresent(StrutsParameter.class))
                .isTrue();
    }

    private final class Kept implements PluginSettings {
        @Override
        public @Nullable Object get(String key) {
            return kept.get(key);
        }

        @Override
        public @Nullable Object put(String key, Object value) {
            return kept.put(key, value);
        }

        @Override
        public @Nullable Object remove(String key) {
            return kept.remove(key);
        }
    }

    private static final class Services extends ComponentLocator {
        private final Map<Class<?>, Object> services;

        Services(Map<Class<?>, Object> services) {
            this.services = services;
        }

        @Override
        protected <T> T getComponentInternal(Class<T> type) {
            return type.cast(requireNonNull(services.get(type), type.getName()));
        }
    }
}
