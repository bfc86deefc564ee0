package io.cerebro.chronos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.http.Unreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A Chronos in a test's hands: nothing runs by itself. */
public final class FakeChronos implements Chronos {
    public final List<String> asked = new ArrayList<>();
    private final Map<String, ObjectNode> jobs = new TreeMap<>();
    private final Map<String, String> states = new TreeMap<>();
    private boolean away;

    public FakeChronos away(boolean now) {
        away = now;
        return this;
    }

    /** A job that is there. */
    public ObjectNode has(String name) {
        ObjectNode job = new ObjectMapper()
                .createObjectNode()
                .put("name", name)
                .put("command", "true")
                .put("schedule", "R/2026-11-23T02:00:00Z/P1D")
                .put("cpus", 0.1)
                .put("mem", 64)
                .put("retries", 0);
        jobs.put(name, job);
        return job;
    }

    public void is(String name, String state) {
        states.put(name, state);
    }

    public void succeeds(String name) {
        ended(name, "successCount", "lastSuccess");
    }

    public void fails(String name) {
        ended(name, "errorCount", "lastError");
    }

    private void ended(String name, String count, String last) {
        ObjectNode job = Objects.requireNonNull(jobs.get(name), name);
        job.put(count, job.path(count).asLong() + 1).put(last, "2026-11-23T02:00:30.000Z");
        states.put(name, "idle");
    }

    public void loses(String name) {
        jobs.remove(name);
    }

    @Override
    public List<Job> jobs() {
        if (away) {
            throw new Unreachable("tried to GET http://10.0.0.9:4400/v1/scheduler/jobs but nobody answers");
        }
        return jobs.values().stream().map(Job::new).toList();
    }

    @Override
    public Optional<Job> job(String name) {
        return jobs().stream().filter(job -> job.name().equals(name)).findFirst();
    }

    @Override
    public String state(String name) {
        return states.getOrDefault(name, "idle");
    }

    @Override
    public void put(JobDefinition job) {
        asked.add("put " + job.name());
        jobs.put(job.name(), job.json());
    }

    @Override
    public void run(String name) {
        asked.add("run " + name);
        states.put(name, "1 running");
    }

    @Override
    public void delete(String name) {
        asked.add("delete " + name);
        jobs.remove(name);
    }

    @Override
    public void kill(String name) {
        asked.add("kill " + name);
        states.put(name, "idle");
    }
}
