package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VettingTest {
    private static final Address A = new Address("127.0.0.1", 31001);

    private final List<String> problems = new ArrayList<>();
    private final Vetting vetting = new Vetting(problems::add);

    private static Service service(String path, Address... instances) {
        return new Service(AppId.of("/a"), Optional.empty(), List.of(8080), Optional.of(path), Set.of(instances));
    }

    @Test
    void leavesAnOrdinaryServiceAsItIs() {
        List<Service> services = List.of(service("/v1/health?deep=1&x=%20", A));

        assertThat(vetting.vet(services)).isEqualTo(services);
        assertThat(problems).isEmpty();
    }

    @Test
    void checksByConnectingWhereAHealthPathCouldBeMoreThanAPath() {
        for (String path : List.of("/health' ; bind *:1", "/a\nb", "/a b", "/a\"b", "/a#b", "health")) {
            problems.clear();
            assertThat(vetting.vet(List.of(service(path, A))).get(0).healthPath())
                    .isEmpty();
            assertThat(problems)
                    .containsExactly("HAProxy checks /a by connecting only, because its health path '" + path
                            + "' has characters that do not belong in one: percent-encode them");
        }
    }

    @Test
    void leavesOutAnInstanceThatHaproxyCannotReach() {
        for (Address bad : List.of(
                new Address("localhost", 1),
                new Address("1.2.3.4;x", 1),
                new Address("::1", 1),
                new Address("127.0.0.1", 0))) {
            problems.clear();
            assertThat(vetting.vet(List.of(service("/", A, bad))).get(0).instances())
                    .containsExactly(A);
            assertThat(problems)
                    .containsExactly("HAProxy cannot have the instance '" + bad
                            + "' of /a: it needs an IPv4 address and a port from 1 to 65535");
        }
    }
}
