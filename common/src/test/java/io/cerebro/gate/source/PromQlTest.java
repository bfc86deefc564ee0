package io.cerebro.gate.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.gate.Contest;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.PrometheusAccess;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQlTest {
    private static final Contest CONTEST = new Contest(AppId.of("/shop.eu/orders"), Instant.EPOCH);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "r{app=\"${app}\"};r{app=\"/shop.eu/orders-canary\"}",
                "r{name!=\"${name}\"};r{name!=\"shop.eu_orders-canary\"}",
                "r{t='${track}', s='${service}'};r{t='canary', s='shop.eu/orders'}",
                "r{app=~\"a|${app}[.]x\", b=\"${app}\"};r{app=~\"a|/shop[.]eu/orders-canary[.]x\", b=\"/shop.eu/orders-canary\"}",
                "r{app !~ '\\'${name}.*'};r{app !~ '\\'shop[.]eu_orders-canary.*'}",
                "r{app=~`${app}`} + r{app=`${app}`};r{app=~`/shop[.]eu/orders-canary`} + r{app=`/shop.eu/orders-canary`}",
            })
    void fillsInTheAppAsAStringOrAsARegularExpression(String query, String filled) {
        assertThat(PromQl.fill(PrometheusAccess.query(query), Track.CANARY, CONTEST))
                .isEqualTo(filled);
    }
}
