package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.haproxy.Stats;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final String HOST = "127.0.0.31";
    private static final Address A = new Address(HOST, 31001);

    private final Roster roster = new Roster(HaproxySettings.of("qa", HOST, Path.of("/tmp/qa")));
    private final List<String> problems = new ArrayList<>();

    private static Service service(String app, int port) {
        return new Service(AppId.of(app), Optional.empty(), List.of(port), Optional.of("/health"), Set.of(A));
    }

    private static Service canary(String app, String of) {
        return new Service(AppId.of(app), Optional.of(AppId.of(of)), List.of(), Optional.empty(), Set.of(A));
    }

    private void list(Service... services) {
        roster.list(List.of(services), Stats.NONE, problems::add);
    }

    private List<String> apps() {
        return roster.listings().stream().map(listing -> listing.app().path()).toList();
    }

    @Test
    void listsServicesThatHaveAPortAndNoCanaries() {
        Service inner = new Service(AppId.of("/worker"), Optional.empty(), List.of(), Optional.empty(), Set.of(A));

        list(service("/orders", 34_201), canary("/orders-canary", "/orders"), inner);

        assertThat(apps()).containsExactly("/orders");
        assertThat(problems).isEmpty();
    }

    @Test
    void seatsACanarysInstancesBesideItsService() {
        Service canary = canary("/orders-canary", "/orders");
        list(service("/orders", 34_201), canary);

        roster.seat(List.of(canary), Instant.EPOCH);

        Listing orders = roster.listings().iterator().next();
        assertThat(orders.canary().find(A)).isPresent();
        assertThat(orders.stable().find(A)).isEmpty();
        assertThat(roster.poolOf(AppId.of("/orders-canary"))).contains(orders.canary());
    }

    @Test
    void namesTheServiceThatHasAPort() {
        list(service("/a", 34_202), service("/b", 34_202));

        assertThat(problems)
                .containsExactly("port 34202 belongs to /a, so /b is not served there: give it another service port");
        assertThat(roster.listings()).extracting(Listing::ports).containsExactly(List.of(34_202), List.of());
    }

    @Test
    void leavesOutASecondCanaryOfOneService() {
        list(service("/orders", 34_203), canary("/x", "/orders"), canary("/y", "/orders"));

        assertThat(problems)
                .containsExactly("/y is left out, because /x is the canary of /orders already: delete one of the two");
        assertThat(roster.poolOf(AppId.of("/y"))).isEmpty();
    }

    @Test
    void leavesOutAServiceWhoseBackendHasTheNameOfACanarys() {
        list(service("/orders", 34_204), service("/orders/canary", 34_205));

        assertThat(apps()).containsExactly("/orders");
        assertThat(problems)
                .containsExactly("/orders/canary is not served, because its backends have the name of another service's"
                        + " canary in HAProxy: give it another id");
    }

    @Test
    void forgetsAServiceThatIsGone() {
        list(service("/a", 34_207), service("/b", 34_208));

        list(service("/b", 34_208));

        assertThat(apps()).containsExactly("/b");
    }
}
