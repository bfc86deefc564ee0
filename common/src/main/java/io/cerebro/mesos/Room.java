package io.cerebro.mesos;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.document.Amounts;
import io.cerebro.marathon.AppDefinition;
import java.util.List;

/**
 * How many more instances of an app fit on the agents: at most, since Marathon is offered an agent only now and then, and has to
 * share it with all other frameworks.
 *
 * @param instances that fit
 * @param says what each needs and what is free, in one phrase
 */
public record Room(int instances, String says) {
    public static Room of(AppDefinition app, List<Agent> agents) {
        Need need = Need.of(app);
        Constraints constraints = Constraints.of(app);
        List<Agent> allowed = constraints.allowed(agents);
        long fit = 0;
        for (int i = 0; i < allowed.size(); i++) {
            fit += Math.min(need.times(allowed.get(i)), constraints.most(allowed, i));
        }
        String free = Amounts.text(sum(allowed.stream().mapToDouble(Agent::cpus).sum())) + " cpus and "
                + Amounts.text(sum(allowed.stream().mapToDouble(Agent::mem).sum())) + " MB are free on "
                + allowed.size()
                + " of " + agents.size() + " agents";
        return new Room((int) Math.min(fit, Integer.MAX_VALUE), "each needs " + need + "; " + free);
    }

    private static double sum(double number) {
        return Math.round(number * 100) / 100.0;
    }

    /** Of one instance, with Marathon's defaults. */
    private record Need(double cpus, double mem, double disk, int ports) {
        static Need of(AppDefinition app) {
            JsonNode json = app.json();
            return new Need(
                    json.path("cpus").asDouble(1),
                    json.path("mem").asDouble(128),
                    json.path("disk").asDouble(0),
                    ports(json));
        }

        private static int ports(JsonNode json) {
            for (String list :
                    List.of("/container/portMappings", "/container/docker/portMappings", "/portDefinitions")) {
                if (json.at(list).isArray()) {
                    return json.at(list).size();
                }
            }
            return 1;
        }

        /** Fractions of a cpu add up to what they look like. */
        int times(Agent agent) {
            double times = Math.min(
                    Math.min(per(agent.cpus(), cpus), per(agent.mem(), mem)),
                    Math.min(per(agent.disk(), disk), per(agent.ports(), ports)));
            return (int) Math.min(times, Integer.MAX_VALUE);
        }

        private static double per(double free, double each) {
            return each <= 0 ? Double.MAX_VALUE : Math.floor(free / each + 1e-6);
        }

        @Override
        public String toString() {
            return Amounts.text(cpus) + " cpus and " + Amounts.text(mem) + " MB"
                    + (disk > 0 ? ", " + Amounts.text(disk) + " MB disk" : "");
        }
    }
}
