package io.cerebro.local.haproxy;

import io.cerebro.marathon.AppId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Which service gets which port: the first who asks, as long as nothing else on this machine has it. */
final class Ports {
    private final String address;
    private final Map<Integer, String> owners = new HashMap<>();
    private final Set<Integer> ours;
    private final Consumer<String> problems;

    /** @param ours that HAProxy has open already */
    Ports(String address, Set<Integer> ours, Consumer<String> problems) {
        this.address = address;
        this.ours = Set.copyOf(ours);
        this.problems = problems;
    }

    /** Those of the wanted ports that it can have. */
    List<Integer> claim(AppId app, List<Integer> wanted) {
        List<Integer> granted = new ArrayList<>();
        for (int port : wanted) {
            if (claim(app.path(), port) && !granted.contains(port)) {
                granted.add(port);
            }
        }
        return granted;
    }

    boolean claim(String owner, int port) {
        String first = owners.putIfAbsent(port, owner);
        if (first != null && !first.equals(owner)) {
            problems.accept("port " + port + " belongs to " + first + ", so " + owner
                    + " is not served there: give it another service port");
            return false;
        }
        Optional<String> obstacle = ours.contains(port) ? Optional.empty() : obstacle(port);
        obstacle.ifPresent(why -> problems.accept("tried to open port " + port + " on " + address + " for " + owner
                + " but " + why + ": stop what has that port, or give " + owner + " another service port"));
        return obstacle.isEmpty();
    }

    /** HAProxy would refuse its whole configuration for one port that it cannot open. */
    private Optional<String> obstacle(int port) {
        if (port < 1 || port > 65_535) {
            return Optional.of("that is not a port");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
