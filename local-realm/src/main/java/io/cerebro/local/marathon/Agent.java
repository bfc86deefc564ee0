package io.cerebro.local.marathon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The realm's one agent: what it has, and who holds how much of it. */
final class Agent {
    /** Free to bind right now; a port may be held by somebody outside the realm. */
    private final IntPredicate bindable;

    private final LocalMarathonConfig config;
    private final Map<String, Grant> grants = new HashMap<>();
    private int nextPort;

    Agent(LocalMarathonConfig config, IntPredicate bindable) {
        this.config = config;
        this.bindable = bindable;
        this.nextPort = config.taskPorts().first();
    }

    /** What tasks together hold. */
    record Used(double cpus, double mem, List<Integer> ports) {}

    /** By all tasks. */
    Used used() {
        return used(grant -> true);
    }

    /** By Marathon's own, or by those of others. */
    Used used(boolean marathons) {
        return used(grant -> grant.marathons() == marathons);
    }

    private Used used(Predicate<Grant> which) {
        List<Grant> held = grants.values().stream().filter(which).toList();
        return new Used(
                held.stream().mapToDouble(Grant::cpus).sum(),
                held.stream().mapToDouble(Grant::mem).sum(),
                held.stream().flatMap(grant -> grant.ports().stream()).sorted().toList());
    }

    private record Grant(boolean marathons, double cpus, double mem, List<Integer> ports) {}

    /** Why an offer was refused, in Marathon's words. */
    enum Lack {
        InsufficientCpus,
        InsufficientMemory,
        InsufficientPorts
    }

    /** Either ports for the task, or what is lacking. */
    record Answer(Optional<Lack> lack, List<Integer> ports) {
        static Answer lacking(Lack lack) {
            return new Answer(Optional.of(lack), List.of());
        }
    }

    Answer offer(String instanceId, Spec spec) {
        if (grants.values().stream().mapToDouble(Grant::cpus).sum() + spec.cpus() > config.cpus() + 1e-9) {
            return Answer.lacking(Lack.InsufficientCpus);
        }
        if (grants.values().stream().mapToDouble(Grant::mem).sum() + spec.mem() > config.mem()) {
            return Answer.lacking(Lack.InsufficientMemory);
        }
        Optional<List<Integer>> ports = ports(spec.hostPorts());
        if (ports.isEmpty()) {
            return Answer.lacking(Lack.InsufficientPorts);
        }
        hold(instanceId, spec, ports.get());
        return new Answer(Optional.empty(), ports.get());
    }

    /** For a task of somebody else's, without ports; whether there was room. */
    boolean take(String taskId, double cpus, double mem) {
        Used used = used();
        if (used.cpus() + cpus > config.cpus() + 1e-9 || used.mem() + mem > config.mem()) {
            return false;
        }
        grants.put(taskId, new Grant(false, cpus, mem, List.of()));
        return true;
    }

    void hold(String instanceId, Spec spec, List<Integer> ports) {
        grants.put(instanceId, new Grant(true, spec.cpus(), spec.mem(), ports));
    }

    void release(String instanceId) {
        grants.remove(instanceId);
    }

    void clear() {
        grants.clear();
    }

    private Optional<List<Integer>> ports(List<Integer> wishes) {
        Set<Integer> taken = new HashSet<>();
        grants.values().forEach(grant -> taken.addAll(grant.ports()));
        List<Integer> given = new ArrayList<>();
        for (int wish : wishes) {
            Optional<Integer> port = wish == 0 ? any(taken) : Optional.of(wish).filter(p -> free(p, taken));
            if (port.isEmpty()) {
                return Optional.empty();
            }
            taken.add(port.get());
            given.add(port.get());
        }
        return Optional.of(List.copyOf(given));
    }

    /** Goes round the range, so that a port rests as long as possible before it serves somebody else. */
    private Optional<Integer> any(Set<Integer> taken) {
        PortRange range = config.taskPorts();
        for (int tried = 0; tried < range.size(); tried++) {
            int port = nextPort;
            nextPort = port == range.last() ? range.first() : port + 1;
            if (free(port, taken)) {
                return Optional.of(port);
            }
        }
        return Optional.empty();
    }

    private boolean free(int port, Set<Integer> taken) {
        return !taken.contains(port) && bindable.test(port);
    }
}
