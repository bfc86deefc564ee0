package io.cerebro.release;

import io.cerebro.diff.Difference;
import io.cerebro.diff.Shown;
import io.cerebro.document.Amounts;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a release would send to Marathon as the realm is now, and what that means. Making one changes nothing.
 *
 * @param requests in their order; empty where there is nothing to do, or it cannot be done at all
 * @param differences between the live app and what is to replace it, Cerebro's own labels left out
 * @param obstacles what stands in the way
 * @param outlook what the gate's sources say beforehand
 */
public record Plan(
        AppId service,
        Goal goal,
        Effect effect,
        List<Request> requests,
        List<Difference> differences,
        List<Obstacle> obstacles,
        Outlook outlook) {
    public Plan {
        requests = List.copyOf(requests);
        differences = List.copyOf(differences);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * A request that changes an app.
     *
     * @param target such as {@code PUT /v2/apps/orders?partialUpdate=false}
     * @param definition its body, secrets and all
     */
    public record Request(String target, AppDefinition definition) {
        static Request create(AppDefinition definition) {
            return new Request("POST /v2/apps", definition);
        }

        static Request put(AppDefinition definition) {
            return new Request("PUT /v2/apps" + definition.id() + "?partialUpdate=false", definition);
        }

        /** What people may see of it. */
        List<String> lines() {
            List<String> lines = new ArrayList<>(List.of(target));
            lines.addAll(Shown.lines(definition));
            return lines;
        }

        @Override
        public String toString() {
            return String.join("\n", lines());
        }
    }

    /**
     * Something in the way.
     *
     * @param refused whether the release would end here; else it would wait
     */
    public record Obstacle(String says, boolean refused) {
        @Override
        public String toString() {
            return (refused ? "in the way: " : "waited for: ") + says;
        }
    }

    /**
     * Looks at the realm with three requests to Marathon, and asks each of the gate's sources once where a canary is to be judged.
     * The load balancers are not asked.
     *
     * @throws IllegalArgumentException for a release of no definition
     */
    public static Plan of(Release release, World world) {
        if (!release.goal().needsDefinition()) {
            throw new IllegalArgumentException("a plan is of a definition, and goal " + release.goal() + " has none");
        }
        return Planning.of(release, world).plan();
    }

    /** Whether the release would be refused as things are. */
    public boolean refused() {
        return obstacles.stream().anyMatch(Obstacle::refused);
    }

    /** For people; values of the environment, and of whatever is named like a secret, are hidden. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(wish() + " of " + service + ": " + effect);
        obstacles.forEach(obstacle -> lines.add(obstacle.toString()));
        lines.addAll(outlook.lines(service));
        if (!differences.isEmpty()) {
            lines.add("what differs from the live " + service + ":");
            differences.forEach(difference -> lines.add("  " + difference));
        }
        if (!requests.isEmpty()) {
            lines.add(refused() ? "what would be sent if nothing were in the way:" : "what is sent:");
            requests.forEach(request -> request.lines().forEach(line -> lines.add("  " + line)));
        }
        return lines;
    }

    private String wish() {
        String word = Amounts.name(goal);
        return goal == Goal.ISOLATED || goal == Goal.PARTIAL ? "canary " + word : word;
    }
}
