package io.cerebro.traffic.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Share;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RenderedShareTest {
    private static final AppId SHOP = AppId.of("/shop");
    private static final AppId CART = AppId.of("/shop/cart");

    @Test
    void isInTheNameOfABackend() {
        assertThat(RenderedShare.of(backends("be_shop", "share_shop_plain_0"), SHOP))
                .contains(Share.OFF);
        assertThat(RenderedShare.of(backends("share_shop_header_0"), SHOP)).contains(Share.ISOLATED);
        assertThat(RenderedShare.of(backends("share_shop_header_1250"), SHOP)).contains(Share.percent(12.5));
        assertThat(RenderedShare.of(backends("share_shop_plain_10000"), SHOP)).contains(new Share(false, 10_000));
    }

    @Test
    void isThatOfTheServiceItselfWhateverOthersAreCalled() {
        Stats stats = backends("share_shop_cart_header_500", "share_shop_plain_0", "share_shop_header_plain_7");
        assertThat(RenderedShare.of(stats, SHOP)).contains(Share.OFF);
        assertThat(RenderedShare.of(stats, CART)).contains(Share.percent(5));
        assertThat(RenderedShare.of(stats, AppId.of("/shop/header"))).contains(new Share(false, 7));
    }

    @Test
    void isUnknownWhereNoBackendTellsASensibleOne() {
        assertThat(RenderedShare.of(backends("be_shop", "share_shop_header_10001"), SHOP))
                .isEmpty();
    }

    private static Stats backends(String... names) {
        return Stats.parse(Arrays.stream(names)
                .map(name -> name + ",BACKEND,1")
                .collect(Collectors.joining("\n", "# pxname,svname,type\n", "\n")));
    }
}
