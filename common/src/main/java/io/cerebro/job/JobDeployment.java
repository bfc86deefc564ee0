package io.cerebro.job;

import io.cerebro.chronos.Job;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.chronos.JobDifferences;
import io.cerebro.diff.Difference;
import io.cerebro.release.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a deployment of a job would do, as the realm is now.
 *
 * @param differences from the live job
 * @param refusal what stands in the way
 * @param warning what does not
 */
public record JobDeployment(
        JobDefinition job,
        Effect effect,
        List<Difference> differences,
        Optional<String> refusal,
        Optional<String> warning) {
    /** What is sent. */
    public enum Effect {
        CREATE,
        UPDATE,
        /** Nothing: the live job is the same. */
        NONE
    }

    public JobDeployment {
        differences = List.copyOf(differences);
    }

    /** Looks, and sends nothing. */
    public static JobDeployment planned(JobDefinition job, JobWorld world) {
        List<Job> all = world.chronos().jobs();
        Optional<Job> live =
                all.stream().filter(each -> each.name().equals(job.name())).findFirst();
        List<Difference> differences =
                live.map(there -> JobDifferences.between(there, job)).orElse(List.of());
        Effect effect = live.isEmpty() ? Effect.CREATE : differences.isEmpty() ? Effect.NONE : Effect.UPDATE;
        Optional<Capacity.Lack> lack = effect == Effect.NONE ? Optional.empty() : world.lack(job.json());
        Optional<String> refusal = missingParents(job, all, world.realm())
                .or(() -> lack.filter(Capacity.Lack::refused)
                        .map(none -> "realm " + world.realm() + " has no " + none.says()));
        return new JobDeployment(
                job,
                effect,
                differences,
                refusal,
                lack.filter(none -> none.weight() == Capacity.Weight.WARNED)
                        .map(none -> "Chronos will wait for " + none.says()));
    }

    private static Optional<String> missingParents(JobDefinition job, List<Job> all, String realm) {
        Set<String> there = all.stream().map(Job::name).collect(Collectors.toSet());
        String missing =
                job.parents().stream().filter(parent -> !there.contains(parent)).collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("realm " + realm + " has no job " + missing + ", which " + job.name()
                        + " waits for: deploy it first");
    }

    /** Sends it, unless nothing differs. */
    public void send(JobWorld world) {
        if (refusal.isPresent()) {
            throw new IllegalStateException(refusal.get());
        }
        if (effect != Effect.NONE) {
            world.chronos().put(job);
        }
    }

    /** What is done, for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("job " + job.name() + ": "
                + switch (effect) {
                    case CREATE -> "CREATE, " + when();
                    case UPDATE -> "UPDATE, its counts begin anew";
                    case NONE -> "NONE, the live job is the same";
                });
        differences.forEach(difference -> lines.add("  " + difference));
        warning.ifPresent(lines::add);
        return List.copyOf(lines);
    }

    private String when() {
        return job.json().has("schedule")
                ? "to run at " + job.json().path("schedule").asText()
                : "to run after " + String.join(", ", job.parents());
    }
}
