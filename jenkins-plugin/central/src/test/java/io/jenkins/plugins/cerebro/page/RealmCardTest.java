package io.jenkins.plugins.cerebro.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import hudson.security.Permission;
import io.cerebro.signatures.Fakes;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import io.jenkins.plugins.cerebro.Granted;
import io.jenkins.plugins.cerebro.realm.CerebroConfiguration;
import io.jenkins.plugins.cerebro.realm.HaproxyConfiguration;
import io.jenkins.plugins.cerebro.realm.LimitsConfiguration;
import io.jenkins.plugins.cerebro.realm.LoadBalancerConfiguration;
import io.jenkins.plugins.cerebro.realm.MarathonConfiguration;
import io.jenkins.plugins.cerebro.realm.RealmConfiguration;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

class RealmCardTest {
    private static final String AWAY =
            "tried to GET http://127.0.0.1:1/v2/apps%s but nothing accepts connections there; is it running?";

    private final RealmsAction page = new RealmsAction();

    @BeforeEach
    void oneRealmWhoseMarathonIsAway() {
        MarathonConfiguration marathon = new MarathonConfiguration();
        marathon.setUrls(List.of("http://127.0.0.1:1"));
        HaproxyConfiguration haproxy = new HaproxyConfiguration();
        haproxy.setLoadBalancers(List.of(new LoadBalancerConfiguration("lb1", "/run/no.sock", "/maps")));
        LimitsConfiguration limits = new LimitsConfiguration();
        limits.setInstances("10");
        RealmConfiguration prod = new RealmConfiguration("prod");
        prod.setMarathon(marathon);
        prod.setRouter(haproxy);
        prod.setLimits(limits);
        CerebroConfiguration configuration = new CerebroConfiguration();
        configuration.setRealms(List.of(prod, new RealmConfiguration("empty")));
        Fakes.extension(configuration);
    }

    @AfterEach
    void forget() {
        Fakes.reset();
    }

    @Test
    void isShownToWhoeverMayDeployOrScaleOrLookAround() {
        for (Permission one : List.of(CerebroPermissions.DEPLOY, CerebroPermissions.SCALE, Jenkins.SYSTEM_READ)) {
            Granted.permissions(one);
            assertThat(page.getIconFileName()).isEqualTo("symbol-server");
            assertThat(page.getTarget()).isSameAs(page);
        }
        assertThat(page.getUrlName()).isEqualTo("cerebro");
        assertThat(page.getDisplayName()).isEqualTo("Realms");
    }

    @Test
    void isHiddenFromAllOthers() {
        Granted.permissions(Jenkins.READ);
        assertThat(page.getIconFileName()).isNull();
        assertThatThrownBy(page::getTarget).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void saysWhyARealmCannotBeLookedAtWhileTheOthersStillShow() {
        Granted.permissions(CerebroPermissions.DEPLOY);
        List<RealmCard> cards = page.getRealms();

        assertThat(cards).extracting(RealmCard::getName).containsExactly("prod", "empty");
        assertThat(cards.get(0).getTrouble()).isEqualTo(AWAY, "");
        assertThat(cards.get(0).getMarathonUrl()).isEqualTo("http://127.0.0.1:1");
        assertThat(cards.get(0).getMaxInstances()).isEqualTo(10);
        assertThat(cards.get(0).getServices()).isEmpty();
        assertThat(cards.get(1).getTrouble())
                .isEqualTo("realm empty, marathon: a realm needs the URL of at least one Marathon");
        assertThat(page.getRealm("nowhere")).isNull();
    }

    @Test
    void scalesForThoseWhoMay() {
        Granted.permissions(CerebroPermissions.DEPLOY);
        assertThat(page.isScalable()).isFalse();
        assertThatThrownBy(() -> card().doScale("/orders", "3")).isInstanceOf(AccessDeniedException.class);

        Granted.permissions(CerebroPermissions.SCALE);
        assertThat(page.isScalable()).isTrue();
        Authentication bob = mock(Authentication.class);
        when(bob.getName()).thenReturn("bob");
        try (MockedStatic<Jenkins> jenkins = mockStatic(Jenkins.class, CALLS_REAL_METHODS)) {
            jenkins.when(Jenkins::getAuthentication2).thenReturn(bob);
            assertThat(card().doScale("/orders", "3")).isEqualTo(new Sentence(502, AWAY.formatted("/orders")));
        }
    }

    @Test
    void keepsTheBoundsOfTheRealm() {
        Granted.permissions(CerebroPermissions.SCALE);
        assertThat(card().doScale("/orders", "11"))
                .isEqualTo(new Sentence(400, "the realm allows 1 to 10 instances of a service, not 11"));
        assertThat(card().doScale("/orders", "many"))
                .isEqualTo(new Sentence(
                        400, "instances is a number such as 5, or a change such as +2, -1, x2 or 150%, but is 'many'"));
        assertThat(card().doScale("/Orders", "3"))
                .isEqualTo(new Sentence(
                        400,
                        "'/Orders' is not a Marathon app id: it must be absolute, such as /shop/cart, with lower-case"
                                + " letters, digits, hyphens and dots in each part"));
    }

    private static RealmCard card() {
        return new RealmCard("prod");
    }
}
