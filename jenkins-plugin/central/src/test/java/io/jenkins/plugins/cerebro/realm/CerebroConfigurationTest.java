package io.jenkins.plugins.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.model.Descriptor.FormException;
import io.cerebro.realm.RealmsException;
import io.cerebro.signatures.Fakes;
import io.jenkins.plugins.cerebro.Granted;
import java.util.List;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.StaplerRequest2;

class CerebroConfigurationTest {
    private final CerebroConfiguration configuration = new CerebroConfiguration();

    @AfterEach
    void forget() {
        Fakes.reset();
    }

    @Test
    void findsARealmByItsName() {
        Fakes.extension(configuration);
        configuration.setRealms(List.of(Some.realm("prod"), Some.realm("qa")));

        assertThat(CerebroConfiguration.get().realm("qa").name()).isEqualTo("qa");
        assertThat(configuration.names()).containsExactly("prod", "qa");
    }

    @Test
    void namesTheNearestAndAllOfThem() {
        assertThatThrownBy(() -> configuration.realm("prod"))
                .isInstanceOf(RealmsException.class)
                .hasMessage("there is no realm 'prod': this Jenkins has none yet, add it at Manage Jenkins, System,"
                        + " Cerebro");

        configuration.setRealms(List.of(Some.realm("prod"), Some.realm("qa")));

        assertThatThrownBy(() -> configuration.realm("prdo"))
                .hasMessage("there is no realm 'prdo'; did you mean 'prod'? This Jenkins has: prod, qa");
        assertThatThrownBy(() -> configuration.realm("staging"))
                .hasMessage("there is no realm 'staging'. This Jenkins has: prod, qa");
    }

    @Test
    void refusesTwoOfOneNameAndNoneAndStaysAsItWas() {
        configuration.setRealms(List.of(Some.realm("prod")));

        assertThatThrownBy(() -> configuration.setRealms(List.of(Some.realm("qa"), Some.realm("qa"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are two realms 'qa': give one of them another name");
        assertThatThrownBy(() -> configuration.setRealms(List.of(Some.realm("QA"))))
                .hasMessage(
                        "a realm's name has up to 32 lower-case letters, digits and '-', such as prod, unlike 'QA'");
        assertThatThrownBy(() -> configuration.setRealms(List.of(new RealmConfiguration(null))))
                .hasMessage("a realm's name has up to 32 lower-case letters, digits and '-', such as prod, unlike ''");
        assertThat(configuration.names()).containsExactly("prod");
    }

    @Test
    void keepsABrokenRealmAsItWasTypedWithoutHarmToTheOthers() {
        RealmConfiguration broken = Some.realm("qa");
        broken.setCanaryInstances("many");
        configuration.setRealms(List.of(Some.realm("prod"), broken));
        Granted.permissions();

        assertThat(configuration.realm("prod").name()).isEqualTo("prod");
        assertThatThrownBy(() -> configuration.realm("qa"))
                .hasMessage("realm qa: canaryInstances must be a whole number from 1 to 10000, but is 'many'");
        assertThat(configuration.getRealms().get(1).getCanaryInstances()).isEqualTo("many");
    }

    @Test
    void takesTheFormAndSaysWhatItRefuses() throws FormException {
        StaplerRequest2 request = mock(StaplerRequest2.class);
        when(request.bindJSONToList(eq(RealmConfiguration.class), any()))
                .thenReturn(List.of(Some.realm("prod")))
                .thenReturn(List.of(Some.realm("qa"), Some.realm("qa")))
                .thenReturn(List.of());

        assertThat(configuration.configure(request, new JSONObject())).isTrue();
        assertThat(configuration.names()).containsExactly("prod");
        assertThatThrownBy(() -> configuration.configure(request, new JSONObject()))
                .isInstanceOf(FormException.class)
                .hasMessage("there are two realms 'qa': give one of them another name");
        assertThat(configuration.names()).containsExactly("prod");
        configuration.configure(request, new JSONObject());
        assertThat(configuration.names()).isEmpty();
    }
}
