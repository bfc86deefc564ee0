package io.cerebro.cli;

import io.cerebro.marathon.AppId;
import io.cerebro.realm.Realm;
import io.cerebro.release.RealmConnection;
import io.cerebro.release.ServiceStatus;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cerebro status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says what runs in a realm: versions, instances, canaries with their share and who holds them.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private RealmsOption realms = new RealmsOption();

    @Parameters(index = "0", paramLabel = "REALM", description = "The realm, as realms.yaml names it.")
    private String realmName = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "The service's id in Marathon, such as /orders. Default: all that Cerebro has released.")
    private @Nullable String service;

    @Override
    public Integer call() {
        Realm realm = realms.realm(realmName);
        try (RealmConnection connection = RealmConnection.open(realm)) {
            List<ServiceStatus> statuses = service == null
                    ? ServiceStatus.all(connection.world())
                    : List.of(ServiceStatus.of(AppId.of(service), connection.world()));
            if (statuses.isEmpty()) {
                System.out.println("nothing has been released to realm " + realmName + " by Cerebro");
            }
            statuses.forEach(status -> status.lines().forEach(System.out::println));
            return ExitCode.DONE;
        }
    }
}
