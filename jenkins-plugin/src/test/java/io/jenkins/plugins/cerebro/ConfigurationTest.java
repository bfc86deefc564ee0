package io.jenkins.plugins.cerebro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.cerebro.realm.CerebroConfiguration;
import io.jenkins.plugins.cerebro.realm.RealmConfiguration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ConfigurationTest {
    @Test
    void readsRealmsAsCode(JenkinsRule jenkins) throws Exception {
        Realms.configure();
        assertRealms();
    }

    @Test
    void keepsThemWhenTheFormIsSaved(JenkinsRule jenkins) throws Exception {
        Realms.configure();
        jenkins.configRoundtrip();
        assertRealms();
    }

    @Test
    void showsThePageOfRealms(JenkinsRule jenkins) throws Exception {
        Realms.configure();
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            assertEquals(200, browser.goTo("cerebro/").getWebResponse().getStatusCode());
        }
    }

    private static void assertRealms() {
        assertEquals(List.of("away"), CerebroConfiguration.get().names());
        RealmConfiguration realm = CerebroConfiguration.get().getRealms().get(0);
        assertEquals(List.of("http://127.0.0.1:1"), realm.getMarathon().getUrls());
        assertEquals(
                Map.of("maxErrorRate", "5 %", "minRequests", "50", "checks", "http://shop/orders/health"),
                realm.getGate().overrides());
    }
}
