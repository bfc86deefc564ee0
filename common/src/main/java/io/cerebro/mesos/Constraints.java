package io.cerebro.mesos;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.marathon.AppDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** Where an app's constraints let it go, as far as that follows from the agents alone. */
record Constraints(List<Constraint> all) {
    /** Such as {@code ["rack", "LIKE", "a|b"]}. */
    record Constraint(String field, String operator, String value) {
        Optional<String> of(Agent agent) {
            return field.equals("hostname") || field.equals("@hostname")
                    ? Optional.of(agent.hostname())
                    : Optional.ofNullable(agent.attributes().get(field));
        }

        boolean allows(Agent agent) {
            return switch (operator) {
                case "LIKE" -> of(agent).filter(this::like).isPresent();
                case "UNLIKE" -> of(agent).filter(this::like).isEmpty();
                case "IS" -> of(agent).filter(value::equals).isPresent();
                case "CLUSTER" ->
                    value.isEmpty() || of(agent).filter(value::equals).isPresent();
                default -> true;
            };
        }

        private boolean like(String text) {
            try {
                return text.matches(value);
            } catch (PatternSyntaxException marathonSaysSo) {
                return true;
            }
        }
    }

    static Constraints of(AppDefinition app) {
        List<Constraint> all = new ArrayList<>();
        for (JsonNode each : app.json().path("constraints")) {
            all.add(new Constraint(
                    each.path(0).asText(), each.path(1).asText(), each.path(2).asText("")));
        }
        return new Constraints(all);
    }

    List<Agent> allowed(List<Agent> agents) {
        return agents.stream()
                .filter(agent -> all.stream().allMatch(constraint -> constraint.allows(agent)))
                .toList();
    }

    /** How many instances each agent may have; agents that share what is to be unique share one. */
    int most(List<Agent> agents, int agent) {
        int most = Integer.MAX_VALUE;
        for (Constraint constraint : all) {
            if (constraint.operator().equals("UNIQUE")) {
                most = Math.min(most, first(constraint, agents, agent) ? 1 : 0);
            } else if (constraint.operator().equals("MAX_PER")
                    && constraint.value().matches("\\d{1,6}")) {
                most = Math.min(most, first(constraint, agents, agent) ? Integer.parseInt(constraint.value()) : 0);
            }
        }
        return most;
    }

    private static boolean first(Constraint constraint, List<Agent> agents, int agent) {
        Set<Optional<String>> before = new HashSet<>();
        agents.subList(0, agent).forEach(each -> before.add(constraint.of(each)));
        return !before.contains(constraint.of(agents.get(agent)));
    }
}
