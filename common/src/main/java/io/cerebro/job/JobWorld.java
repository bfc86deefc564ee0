package io.cerebro.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.chronos.Chronos;
import io.cerebro.chronos.HttpChronos;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.marathon.AgentTaskLog;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.mesos.MesosMaster;
import io.cerebro.realm.ChronosAccess;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import io.cerebro.release.Capacity;
import io.cerebro.release.RealmConnection;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What jobs of a realm are looked at with.
 *
 * @param realm its name
 */
public record JobWorld(String realm, Chronos chronos, Capacity capacity, JobLog log, Clock clock) {
    private static final Map<String, String> OPERATORS = Map.of("EQUALS", "IS", "LIKE", "LIKE", "UNLIKE", "UNLIKE");

    /** @throws RealmsException if the realm has no Chronos, or a secret is missing */
    public static JobWorld of(Realm realm) {
        ChronosAccess access = realm.chronos()
                .orElseThrow(() -> new RealmsException("realm " + realm.name()
                        + " has no Chronos: give it chronos.urls, such as [http://chronos1.example.com:4400]"));
        return new JobWorld(
                realm.name(),
                chronos(access),
                realm.mesos().map(Capacity::of).orElse(Capacity.UNKNOWN),
                log(realm),
                Clock.systemUTC());
    }

    private static Chronos chronos(ChronosAccess access) {
        try {
            return new HttpChronos(new Remote(
                    access.urls().stream().map(URI::toString).toList(), access.credentials(), Timeouts.DEFAULT));
        } catch (IllegalArgumentException e) {
            throw new RealmsException("the realm's Chronos cannot be asked: " + e.getMessage(), e);
        }
    }

    private static JobLog log(Realm realm) {
        Optional<MesosMaster> masters = realm.mesos()
                .map(access -> new MesosMaster(access.urls(), access.credentials()))
                .or(() -> realm.local()
                        .map(local -> new MesosMaster(
                                List.of(URI.create("http://" + local.address() + ":" + local.agentPort())))));
        return masters.<JobLog>map(master -> new MesosJobLog(
                        master,
                        RealmConnection.masked(new AgentTaskLog(realm.marathon().agentPort()), realm.additions())))
                .orElse((job, lines) -> List.of());
    }

    /** Whether there is room for one run; short jobs are not to take what services need. */
    Optional<Capacity.Lack> lack(JsonNode job) {
        ObjectNode app = new ObjectMapper().createObjectNode();
        app.put("id", "/" + plain(job.path("name").asText()));
        app.put("cpus", job.path("cpus").asDouble(0.1));
        app.put("mem", job.path("mem").asDouble(128));
        app.put("disk", job.path("disk").asDouble(256));
        app.putArray("portDefinitions");
        ArrayNode constraints = app.putArray("constraints");
        for (JsonNode each : job.path("constraints")) {
            constraints
                    .addArray()
                    .add(each.path(0).asText())
                    .add(OPERATORS.getOrDefault(each.path(1).asText(), ""))
                    .add(each.path(2).asText());
        }
        return capacity.lack(AppDefinition.of(app), 1);
    }

    private static String plain(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "job" : plain;
    }
}
