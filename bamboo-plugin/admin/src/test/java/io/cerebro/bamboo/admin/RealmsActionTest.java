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
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    @Test
    void asksTheRealmThatIsKept() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> logins = new ArrayList<>();
        server.createContext("/v2/info", exchange -> {
            logins.add(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] info = "{\"version\": \"1.11.26\", \"leader\": \"10.0.0.7:8080\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, info.length);
            exchange.getResponseBody().write(info);
            exchange.close();
        });
        server.start();
        RealmsAction action = new RealmsAction();
        try {
            action.setRealms(
                    REALMS.replace("8080", Integer.toString(server.getAddress().getPort()))
                            .replace("/run/haproxy.sock", "/run/no.sock"));
            action.save();

            RealmsAction later = new RealmsAction();
            later.setRealm(" prod ");
            later.setService("");
            assertThat(later.test()).isEqualTo("input");

            assertThat(later.getRealms()).isEqualTo(action.getRealms());
            assertThat(later.getAnswers()).containsExactly("Marathon 1.11.26, leader 10.0.0.7:8080");
            assertThat(later.getTroubles())
                    .containsExactly("tried to ask load balancer lb1 at /run/no.sock but there is no such socket; is"
                            + " HAProxy running, and is this its 'stats socket'?");
            assertThat(logins).containsExactly("Basic Y2k6czNjcmV0");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysWhichRealmOrServiceItCannotTest() {
        RealmsAction action = new RealmsAction();
        action.setRealms(REALMS);
        action.save();

        action.setRealm("prdo");
        action.test();
        assertThat(action.getTroubles())
                .containsExactly(
                        "there is no realm 'prdo' in Administration, Cerebro; did you mean 'prod'? It has: prod");
        action.setRealm("prod");
        action.setService("Shop");
        action.test();
        assertThat(action.getTroubles())
                .containsExactly("'/Shop' is not a Marathon app id: it must be absolute, such as /shop/cart, with"
                        + " lower-case letters, digits, hyphens and dots in each part");
        assertThat(action.getAnswers()).isEmpty();
    }

    /** Without it Bamboo 12 takes nothing from the form. */
    @Test
    void marksWhatTheFormMaySet() throws NoSuchMethodException {
        for (String setter : List.of("setRealms", "setRealm", "setService")) {
            assertThat(RealmsAction.class.getMethod(setter, String.class).isAnnotationPresent(StrutsParameter.class))
                    .as(setter)
                    .isTrue();
        }
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
