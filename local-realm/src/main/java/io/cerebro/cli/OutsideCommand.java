package io.cerebro.cli;

import io.cerebro.realm.Outside;
import io.cerebro.realm.OutsideService;
import io.cerebro.zookeeper.RegisteredServers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cerebro outside}. */
@Command(
        name = "outside",
        mixinStandardHelpOptions = true,
        description =
                "Lists the services outside Marathon that a realm's apps use, each with where the router gives it to"
                        + " them and its servers as they are now.")
final class OutsideCommand implements Callable<Integer> {
    @Mixin
    private RealmsOption realms = new RealmsOption();

    @Parameters(index = "0", paramLabel = "REALM", description = "The realm, as realms.yaml names it.")
    private String realm = "";

    @Option(
            names = "--haproxy",
            description =
                    "Print them as a part of HAProxy's configuration instead. A realm on this machine has them in its"
                            + " own HAProxy already.")
    private boolean haproxy;

    @Override
    public Integer call() {
        Outside outside = realms.realm(realm).additions().outside();
        if (haproxy) {
            System.out.println("# services outside Marathon, by: cerebro outside --haproxy " + realm);
        }
        for (Map.Entry<String, OutsideService> named : outside.services().entrySet()) {
            OutsideService service = named.getValue();
            List<String> servers = servers(service);
            System.out.print(
                    haproxy
                            ? section(named.getKey(), service, servers)
                            : named.getKey() + " is at " + outside.host() + ":" + service.port() + ", served by "
                                    + (servers.isEmpty() ? "nobody" : String.join(", ", servers)) + "\n");
        }
        return ExitCode.DONE;
    }

    private static List<String> servers(OutsideService service) {
        return service.zooKeeper()
                .map(where -> new RegisteredServers(where, OutsideService::isServer)
                        .find()
                        .servers())
                .orElse(service.servers());
    }

    /** What is put in was checked when the realm, or ZooKeeper, was read. */
    static String section(String name, OutsideService service, List<String> servers) {
        StringBuilder text = new StringBuilder();
        text.append("\nlisten outside_").append(name).append('\n');
        text.append("  bind *:").append(service.port()).append('\n');
        text.append("  mode ")
                .append(service.mode().name().toLowerCase(Locale.ROOT))
                .append('\n');
        if (service.mode() == OutsideService.Mode.TCP) {
            text.append("  timeout client 1h\n  timeout server 1h\n");
        }
        for (int i = 0; i < servers.size(); i++) {
            text.append("  server o")
                    .append(i)
                    .append(' ')
                    .append(servers.get(i))
                    .append(" check\n");
        }
        return text.toString();
    }
}
