package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.haproxy.Stats;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final HaproxySettings SETTINGS = new HaproxySettings(
            "qa", "127.0.0.1", Path.of("/tmp/qa"), "haproxy", "uid", "X-Canary", "canary", Optional.of(8000));
    private static final Address UP = new Address("127.0.0.1", 31001);
    private static final Address JOINING = new Address("127.0.0.1", 31002);

    private final Configuration configuration = new Configuration(SETTINGS);

    private static Listing cart() {
        Listing cart = new Listing(AppId.of("/shop/cart"), false);
        cart.update(List.of(8080), Optional.of("/health?deep=1"), Optional.empty());
        return cart;
    }

    private static Listing occupied() {
        Listing cart = cart();
        cart.stable().want(Set.of(UP), Set.of(), Instant.EPOCH);
        cart.stable()
                .see(Stats.parse("# pxname,svname,type,status,addr,\nbe_shop_cart,s1,2,UP,127.0.0.1:31001,\n")
                        .rows());
        cart.stable().want(Set.of(UP, JOINING), Set.of(), Instant.EPOCH);
        return cart;
    }

    @Test
    void rendersAServiceWithItsCanaryBesideIt() throws IOException {
        assertThat(configuration.render(List.of(occupied()), true)).isEqualTo(resource("shop-cart.cfg"));
    }

    @Test
    void instancesMakeNoDifferenceToWhatNeedsAReload() {
        assertThat(configuration.skeleton(List.of(occupied()), true))
                .isEqualTo(configuration.skeleton(List.of(cart()), true));
    }

    @Test
    void aPortAHealthPathOrMoreSlotsNeedAReload() {
        String before = configuration.skeleton(List.of(cart()), true);
        Listing port = cart();
        port.update(List.of(8080, 8081), Optional.of("/health?deep=1"), Optional.empty());
        Listing path = cart();
        path.update(List.of(8080), Optional.empty(), Optional.empty());
        Listing many = cart();
        many.stable()
                .want(
                        IntStream.range(31_000, 31_009)
                                .mapToObj(number -> new Address("127.0.0.1", number))
                                .collect(Collectors.toSet()),
                        Set.of(),
                        Instant.EPOCH);

        Listing other = cart();
        other.update(List.of(8080), Optional.of("/health?deep=1"), Optional.of(canary("/ping")));
        Listing same = cart();
        same.update(List.of(8080), Optional.of("/health?deep=1"), Optional.of(canary("/health?deep=1")));

        assertThat(configuration.skeleton(List.of(same), true)).isEqualTo(before);
        assertThat(List.of(port, path, many, other))
                .allSatisfy(listing -> assertThat(configuration.skeleton(List.of(listing), true))
                        .isNotEqualTo(before));
    }

    private static Service canary(String healthPath) {
        return new Service(
                AppId.of("/shop/cart-canary"),
                Optional.of(AppId.of("/shop/cart")),
                List.of(),
                Optional.of(healthPath),
                Set.of());
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ConfigurationTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
