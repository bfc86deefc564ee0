package io.cerebro.bamboo.specs;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What may be in a field, as the plugin has it; so a mistake is found before anything is published. */
final class Rules {
    private static final Rule DURATION =
            matching("must be a duration such as 30s, 5m or 1h", "\\d{1,9}\\s*(ms|s|m|h|d)");
    private static final Rule PATH =
            new Rule("must be one path in one line", text -> text.chars().noneMatch(Character::isISOControl));
    private static final Rule FLAG = matching("must be one of true, false", "true|false");
    private static final Rule COUNT = counted("must be a whole number from 1", Integer.MAX_VALUE);
    private static final Rule FROM_ONE = numbered("must be a number from 1, such as 1.5", "(\\d{1,9}(?:\\.\\d{1,9})?)")
            .within(1, Double.MAX_VALUE);
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final String LABEL = "(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])";

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry(
                    "realm",
                    matching(
                            "must be up to 32 lower-case letters, digits and '-', such as prod",
                            "[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?")),
            Map.entry(
                    "name",
                    matching(
                            "must be the image's name in the registry, without registry and tag, such as shop/orders",
                            PART + "(?:/" + PART + ")*")),
            Map.entry("tag", matching("must be an image's tag, such as v2", "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}")),
            Map.entry("context", PATH),
            Map.entry("dockerfile", PATH),
            Map.entry("file", PATH),
            Map.entry("buildArgs", pairs("must have one NAME=VALUE a line", "[A-Za-z_][A-Za-z0-9_]*")),
            Map.entry(
                    "labels", pairs("must have one NAME=VALUE a line", "[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?")),
            Map.entry("variables", pairs("must have one NAME=VALUE a line", ".*")),
            Map.entry(
                    "cacheFrom",
                    lines(
                            "must have one image a line, such as 127.0.0.1:5000/shop/orders:v1",
                            "[A-Za-z0-9][A-Za-z0-9._:/@-]*")),
            Map.entry("target", matching("must be a build stage, such as build", "[A-Za-z0-9][A-Za-z0-9._-]*")),
            Map.entry(
                    "platform",
                    matching("must be a platform, such as linux/amd64", "[a-z0-9]+/[a-z0-9]+(?:/[a-z0-9]+)?")),
            Map.entry("pull", FLAG),
            Map.entry("noCache", FLAG),
            Map.entry(
                    "image",
                    new Rule(
                            "must be one image, such as registry.example.com/shop/orders@sha256:…",
                            text -> text.chars().noneMatch(Character::isWhitespace))),
            Map.entry("goal", matching("must be one of release, deploy", "release|deploy")),
            Map.entry("until", matching("must be one of full, isolated", "full|isolated")),
            Map.entry(
                    "service",
                    matching(
                            "must be an app id, such as /orders",
                            "/?" + LABEL + "(?:\\." + LABEL + ")*(?:/" + LABEL + "(?:\\." + LABEL + ")*)*")),
            Map.entry(
                    "instances",
                    matching(
                            "must be a number such as 5, or a change such as +2, -1, x2 or 150%",
                            "(?=\\d{1,9}$)0*[1-9]\\d*|[+-]\\d{1,9}|x\\d{1,6}(?:\\.\\d{1,3})?|\\d{1,6}\\s*%")),
            Map.entry("duringRelease", FLAG),
            Map.entry("action", matching("must be one of deploy, run, wait, delete", "deploy|run|wait|delete")),
            Map.entry(
                    "job",
                    matching(
                            "must be a job's name of letters, digits, '_', '.' and '-'",
                            "(?!\\.{1,2}$)[\\w.-]{1,200}")),
            Map.entry("run", FLAG),
            Map.entry("within", DURATION),
            Map.entry("onlyTasks", FLAG),
            Map.entry("healthyWithin", DURATION),
            Map.entry("hold", DURATION),
            Map.entry("bake", DURATION),
            Map.entry("isolatedBake", DURATION),
            Map.entry("partialBake", DURATION),
            Map.entry(
                    "percent",
                    numbered("must be a number above 0 and up to 100, such as 10", "(\\d{1,9}(?:\\.\\d{1,9})?)\\s*%?")
                            .within(0.01, 100)),
            Map.entry("canaryInstances", counted("must be a whole number from 1 to 10000", 10_000)),
            Map.entry(
                    "maxErrorRate",
                    numbered("must be a percentage from 0 % to 100 %, such as 5 %", "(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%?")
                            .within(0, 100)),
            Map.entry("tolerance", FROM_ONE),
            Map.entry("falseAlarms", inner("1 %")),
            Map.entry("acceptedErrorRate", inner("0.5 %")),
            Map.entry("acceptedRatio", aboveOne("5")),
            Map.entry("minErrors", COUNT),
            Map.entry("minRequests", COUNT),
            Map.entry("latencyTolerance", FROM_ONE),
            Map.entry("latencyAcceptedRatio", aboveOne("2.5")),
            Map.entry("latencyQuantile", inner("95 %")),
            Map.entry("latencyWarmUp", DURATION),
            Map.entry("taskFailures", COUNT),
            Map.entry("killedForMemory", COUNT),
            Map.entry("checks", urls()),
            Map.entry("onNotEnoughData", matching("must be one of hold, promote, rollback", "hold|promote|rollback")));

    private Rules() {}

    /** A message for each rule that a configuration breaks; each begins with the field's name. */
    static List<String> broken(List<String> required, Map<String, String> configuration) {
        List<String> messages = new ArrayList<>();
        required.stream()
                .filter(key -> !configuration.containsKey(key))
                .forEach(key -> messages.add(key + " is missing: call " + key + "(...)"));
        configuration.forEach((key, text) -> {
            Rule rule = RULES.get(key);
            if (rule != null && !text.contains("${bamboo.") && !rule.allows(text.strip())) {
                messages.add(key + " " + rule.must + rule.but(text.strip()));
            }
        });
        if (configuration.containsKey("file") && configuration.containsKey("definition")) {
            messages.add("definition is given, and file, too: call one of them");
        }
        String action = configuration.getOrDefault("action", "deploy");
        if (!action.contains("${bamboo.")) {
            only(configuration, "run", "deploy", action).ifPresent(messages::add);
            only(configuration, "onlyTasks", "delete", action).ifPresent(messages::add);
            if (!action.equals("deploy") && !configuration.containsKey("job")) {
                messages.add("job is missing: call job(...), which action '" + action + "' needs");
            }
        }
        return messages;
    }

    private static Optional<String> only(Map<String, String> configuration, String flag, String of, String action) {
        return "true".equals(configuration.get(flag)) && !action.equals(of)
                ? Optional.of(flag + " belongs to action '" + of + "', not to '" + action + "'")
                : Optional.empty();
    }

    private static Rule matching(String must, String pattern) {
        return new Rule(must, Pattern.compile(pattern).asMatchPredicate());
    }

    private static Rule counted(String must, int most) {
        return new Rule(
                must, text -> text.matches("\\d{1,10}") && Long.parseLong(text) >= 1 && Long.parseLong(text) <= most);
    }

    private static Numbered numbered(String must, String pattern) {
        return new Numbered(must, Pattern.compile(pattern));
    }

    private static Rule inner(String such) {
        return numbered(
                        "must be a percentage above 0 % and below 100 %, such as " + such,
                        "(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%?")
                .within(Double.MIN_VALUE, Math.nextDown(100.0));
    }

    private static Rule aboveOne(String such) {
        return numbered("must be a number above 1, such as " + such, "(\\d{1,9}(?:\\.\\d{1,9})?)")
                .within(Math.nextUp(1.0), Double.MAX_VALUE);
    }

    /** Does not quote a password. */
    private static Rule urls() {
        return new Rule(
                "must be URLs separated by spaces, such as http://shop.example.com/orders/health",
                text -> Arrays.stream(text.split("\\s+")).allMatch(Rules::askable)) {
            @Override
            String but(String text) {
                return super.but(text.replaceAll("//[^/@\\s]*@", "//****@"));
            }
        };
    }

    private static boolean askable(String text) {
        try {
            URI url = new URI(text);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return http && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Rule lines(String must, String pattern) {
        Predicate<String> line = Pattern.compile(pattern).asMatchPredicate();
        return new Rule(
                must,
                text -> text.lines()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .allMatch(line));
    }

    /** Does not quote, for what may be a secret. */
    private static Rule pairs(String must, String name) {
        Rule named = lines(must, "(?:" + name + ")\\s*=.*");
        return new Rule(
                must, text -> named.allows(text) && lines(must, "[^=].*").allows(text)) {
            @Override
            String but(String text) {
                return ", with a name that is allowed";
            }
        };
    }

    private static class Rule {
        final String must;
        private final Predicate<String> allowed;

        Rule(String must, Predicate<String> allowed) {
            this.must = must;
            this.allowed = allowed;
        }

        boolean allows(String text) {
            return allowed.test(text);
        }

        String but(String text) {
            return ", but is '" + text + "'";
        }
    }

    private static final class Numbered {
        private final String must;
        private final Pattern pattern;

        Numbered(String must, Pattern pattern) {
            this.must = must;
            this.pattern = pattern;
        }

        Rule within(double least, double most) {
            return new Rule(must, text -> {
                var number = pattern.matcher(text);
                return number.matches()
                        && Double.parseDouble(number.group(1)) >= least
                        && Double.parseDouble(number.group(1)) <= most;
            });
        }
    }
}
