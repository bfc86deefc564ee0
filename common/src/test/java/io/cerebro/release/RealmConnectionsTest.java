package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.Additions;
import io.cerebro.realm.Audience;
import io.cerebro.realm.CanarySettings;
import io.cerebro.realm.GateSettings;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.realm.Limits;
import io.cerebro.realm.LockPolicy;
import io.cerebro.realm.Login;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import io.cerebro.realm.Secret;
import io.cerebro.realm.Stages;
import io.cerebro.realm.Timeouts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealmConnectionsTest {
    private final RealmConnections connections = new RealmConnections();

    @Test
    void sharesOneConnectionAndItsEventsAmongAllWhoBorrowTheRealm() {
        RealmConnections.Loan one = connections.borrow(realm("hunter2"));
        RealmConnections.Loan other = connections.borrow(realm("hunter2"));

        assertThat(other.connection()).isSameAs(one.connection());
        assertThat(other.connection().events()).isSameAs(one.connection().events());
        one.close();
        one.close();
        assertThat(connections.size()).isEqualTo(1);
        other.close();
        assertThat(connections.size()).isZero();
        assertThatThrownBy(() -> other.connection().events()).hasMessage("this connection is closed");
    }

    @Test
    void keepsThoseWithOtherCredentialsApart() {
        try (RealmConnections.Loan one = connections.borrow(realm("hunter2"));
                RealmConnections.Loan other = connections.borrow(realm("hunter3"))) {
            assertThat(other.connection()).isNotSameAs(one.connection());
        }
        assertThat(connections.size()).isZero();
    }

    @Test
    void closesAllAtTheEnd() {
        RealmConnections.Loan loan = connections.borrow(realm("hunter2"));

        connections.close();

        assertThat(connections.size()).isZero();
        assertThatThrownBy(() -> loan.connection().events()).hasMessage("this connection is closed");
        loan.close();
    }

    @Test
    void keepsNothingOfARealmThatCannotBeOpened() {
        Realm realm = realm("hunter2");
        Realm without = new Realm(
                realm.name(),
                realm.marathon(),
                Optional.empty(),
                Optional.empty(),
                realm.limits(),
                Map.of(),
                realm.stages(),
                realm.canary(),
                realm.timeouts(),
                realm.gate(),
                realm.additions(),
                realm.locks(),
                Optional.empty(),
                Audience.NOBODY,
                Optional.empty(),
                List.of(),
                Optional.empty());
        assertThatThrownBy(() -> connections.borrow(without))
                .isInstanceOf(RealmsException.class)
                .hasMessage("realm qa has no router; give it router.haproxy.loadBalancers");
        assertThat(connections.size()).isZero();
    }

    private static Realm realm(String password) {
        return new Realm(
                "qa",
                new MarathonAccess(
                        List.of(URI.create("http://127.0.0.1:1")),
                        Optional.of(new Login.Password("cerebro", Secret.of(password))),
                        5051),
                Optional.empty(),
                Optional.of(new HaproxyAccess(
                        "X-Canary",
                        List.of(new HaproxyAccess.Balancer(
                                "lb1", "/run/no.sock", "/etc/haproxy/maps", Optional.empty())))),
                Limits.NONE,
                Map.of(),
                Stages.DEFAULT,
                new CanarySettings(Optional.empty()),
                Timeouts.DEFAULT,
                GateSettings.DEFAULT,
                Additions.NONE,
                LockPolicy.WAIT,
                Optional.empty(),
                Audience.NOBODY,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
