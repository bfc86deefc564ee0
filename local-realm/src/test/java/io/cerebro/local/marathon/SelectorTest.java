package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
    private static Spec labelled() {
        ObjectNode json = Json.object().put("id", "/a");
        json.putObject("labels").put("tier", "front").put("team", "shop");
        return new Spec(AppId.of("/a"), json, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tier",
                "tier==front",
                "tier == front , team==shop",
                "tier!=data",
                "tier in (front, data)",
                "team notin (other)",
                "tier,team in (shop)"
            })
    void matches(String selector) {
        assertThat(Selector.parse(selector).test(labelled())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nosuch", "tier==data", "nosuch!=x", "tier notin (front)", "tier,nosuch", "nosuch notin (x)"})
    void doesNotMatch(String selector) {
        assertThat(Selector.parse(selector).test(labelled())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tier=front", "!team", "==", "tier==", "tier,", ""})
    void cannotBeRead(String selector) {
        assertThatThrownBy(() -> Selector.parse(selector))
                .isInstanceOf(Refusal.class)
                .hasMessage("Can not parse label selector " + selector + ". Reason: end of input expected");
    }
}
