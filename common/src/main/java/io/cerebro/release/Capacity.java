package io.cerebro.release;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.mesos.MesosMaster;
import io.cerebro.mesos.Room;
import io.cerebro.mesos.Shares;
import io.cerebro.realm.MesosAccess;
import io.cerebro.realm.MesosAccess.Policy;
import io.cerebro.realm.RealmsException;
import java.util.Optional;

/** Whether a realm has room for more instances. */
@FunctionalInterface
public interface Capacity {
    /** Where nobody can be asked. */
    Capacity UNKNOWN = (app, more) -> Optional.empty();

    /** What comes of it. */
    enum Weight {
        /** Nobody says how much room there is. */
        UNKNOWN,
        /** Marathon is left to wait for room. */
        WARNED,
        /** Nothing is begun. */
        REFUSED
    }

    /**
     * There is too little room, or nobody says how much.
     *
     * @param says in a phrase what is lacking: {@code room for 4 more instances …}, or who was asked
     */
    record Lack(Weight weight, String says) {
        public boolean refused() {
            return weight == Weight.REFUSED;
        }

        /** After a semicolon, where a release goes on all the same. */
        public String warning() {
            return weight == Weight.UNKNOWN
                    ? "whether there is room is not known: " + says
                    : "Marathon will wait for " + says;
        }
    }

    /**
     * Never throws what the realm does.
     *
     * @param more instances that are to run beside those that do
     * @return empty where there is room
     */
    Optional<Lack> lack(AppDefinition app, int more);

    /** As Mesos sees it; a master that does not answer, or whose login is missing, refuses nothing. */
    static Capacity of(MesosAccess access) {
        try {
            return of(new MesosMaster(access.urls(), access.credentials()), access.policy());
        } catch (RealmsException missing) {
            Optional<Lack> unknown = Optional.of(new Lack(Weight.UNKNOWN, String.valueOf(missing.getMessage())));
            return (app, more) -> unknown;
        }
    }

    private static Capacity of(MesosMaster master, Policy policy) {
        return (app, more) -> {
            try {
                Room room = Room.of(app, master.agents());
                return room.instances() >= more
                        ? Optional.empty()
                        : Optional.of(new Lack(
                                policy == Policy.REFUSE ? Weight.REFUSED : Weight.WARNED,
                                "room for " + more + " more instances of " + app.id() + " (now for " + room.instances()
                                        + ": " + room.says() + inUse(master) + shares(master) + ")"));
            } catch (Unreachable e) {
                return Optional.of(new Lack(Weight.UNKNOWN, String.valueOf(e.getMessage())));
            }
        };
    }

    /** After a semicolon; nothing where that is not known. */
    static String inUse(MesosMaster master) {
        try {
            return "; " + master.usage();
        } catch (Unreachable notKnown) {
            return "";
        }
    }

    /** After a semicolon, too; nothing where that is not told. */
    private static String shares(MesosMaster master) {
        try {
            Shares shares = master.shares();
            return shares.isEmpty() ? "" : "; " + shares;
        } catch (Unreachable notTold) {
            return "";
        }
    }
}
