package io.cerebro.local.marathon;

import io.cerebro.local.haproxy.Rotation;
import io.cerebro.local.haproxy.Service;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told. */
final class FakeRotation implements Rotation {
    final List<List<Service>> snapshots = new ArrayList<>();
    final List<String> left = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    boolean failing;

    List<Service> last() {
        return snapshots.get(snapshots.size() - 1);
    }

    Service last(String app) {
        return last().stream()
                .filter(service -> service.app().path().equals(app))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no service " + app + " in " + last()));
    }

    @Override
    public void apply(List<Service> services) {
        calls.add("apply");
        if (failing) {
            throw new IllegalStateException("the rotation cannot be told");
        }
        snapshots.add(services);
    }

    @Override
    public void leave(AppId app, Address instance) {
        calls.add("leave");
        left.add(app + " " + instance.port());
    }

    @Override
    public void close() {}
}
