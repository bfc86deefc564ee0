package io.cerebro.bamboo.task;

import io.cerebro.chronos.JobDefinition;
import io.cerebro.document.Amounts;
import io.cerebro.document.Lines;
import io.cerebro.image.BuildOptions;
import io.cerebro.image.ImageBuild;
import io.cerebro.image.ImageName;
import io.cerebro.job.JobRequest;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.GateSettings.NotEnoughData;
import io.cerebro.realm.Limits;
import io.cerebro.realm.Realm;
import io.cerebro.release.Overrides;
import io.cerebro.release.Settings;
import io.cerebro.release.Size;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A field of a task: the same in the form, in Specs and in YAML, and called as the Jenkins steps call it.
 *
 * @param key its name in the task's configuration
 * @param byDefault what holds where it is blank and the realm says nothing; blank where that is not one text
 * @param example of what must be given; empty where the field may be blank
 * @param choices all that it may be; empty where it is free
 * @param override the default that it changes, one of {@link Overrides#NAMES}
 */
public record Field(
        String key,
        Type type,
        String byDefault,
        Optional<String> example,
        List<String> choices,
        Optional<String> override,
        Consumer<String> rule) {
    /** How it is given. */
    public enum Type {
        TEXT,
        /** Several lines. */
        LINES,
        /** {@code true} or {@code false}. */
        FLAG,
        CHOICE
    }

    /** How a Bamboo variable begins, which is known only when the task runs. */
    static final String VARIABLE = "${bamboo.";

    public static final Field REALM = text("realm").required("prod").checked(Field::realm);

    public static final Field NAME = text("name").required("shop/orders").checked(Field::name);
    public static final Field TAG = text("tag").checked(Field::tag);
    public static final Field CONTEXT = path("context", ".");
    public static final Field DOCKERFILE = path("dockerfile", "Dockerfile");
    public static final Field BUILD_ARGS = lines("buildArgs").checked(Field::buildArgs);
    public static final Field LABELS = lines("labels").checked(Field::labels);
    public static final Field CACHE_FROM =
            lines("cacheFrom").checked(text -> Lines.of(text).forEach(BuildOptions.NONE::withCacheFrom));
    public static final Field TARGET = text("target").checked(BuildOptions.NONE::withTarget);
    public static final Field PLATFORM = text("platform").checked(BuildOptions.NONE::withPlatform);
    public static final Field PULL = flag("pull");
    public static final Field NO_CACHE = flag("noCache");

    public static final Field FILE = path("file", "marathon.yaml");
    public static final Field DEFINITION = lines("definition");
    public static final Field IMAGE = text("image").checked(Field::oneLine);
    public static final Field VARIABLES = lines("variables").checked(text -> Lines.pairs("variables", text));
    public static final Field GOAL =
            choice("goal", List.of("release", "deploy")).orElse("release");
    public static final Field UNTIL =
            choice("until", List.of("full", "isolated")).orElse("full");
    public static final Field SERVICE = text("service").required("/orders").checked(Field::service);
    public static final Field INSTANCES = text("instances").required("+2").checked(Field::size);
    public static final Field DURING_RELEASE = flag("duringRelease");

    public static final Field ACTION = choice(
                    "action",
                    Arrays.stream(JobRequest.Action.values()).map(Amounts::name).toList())
            .orElse("deploy");
    public static final Field JOB = text("job").checked(Field::job);
    /** Of the task Job. */
    public static final Field JOB_FILE = path("file", "job.yaml");

    public static final Field RUN = flag("run");
    public static final Field WITHIN = text("within").orElse(JobRequest.WITHIN).checked(JobRequest::within);
    public static final Field ONLY_TASKS = flag("onlyTasks");

    public static final Field HEALTHY_WITHIN = override("healthyWithin");

    public static final Field PERCENT = override("percent");
    public static final Field CANARY_INSTANCES = override("canaryInstances");
    public static final Field HOLD = override("hold");
    public static final Field ISOLATED_BAKE = override("isolatedBake");
    public static final Field PARTIAL_BAKE = override("partialBake");
    /** Of the task Canary isolated. */
    public static final Field BAKE_ISOLATED = override("isolatedBake").called("bake");
    /** Of the task Canary partial. */
    public static final Field BAKE_PARTIAL = override("partialBake").called("bake");

    public static final Field MAX_ERROR_RATE = override("maxErrorRate");
    public static final Field TOLERANCE = override("tolerance");
    public static final Field FALSE_ALARMS = override("falseAlarms");
    public static final Field ACCEPTED_RATIO = override("acceptedRatio");
    public static final Field ACCEPTED_ERROR_RATE = override("acceptedErrorRate");
    public static final Field MIN_ERRORS = override("minErrors");
    public static final Field MIN_REQUESTS = override("minRequests");
    public static final Field LATENCY_TOLERANCE = override("latencyTolerance");
    public static final Field LATENCY_ACCEPTED_RATIO = override("latencyAcceptedRatio");
    public static final Field LATENCY_QUANTILE = override("latencyQuantile");
    public static final Field LATENCY_WARM_UP = override("latencyWarmUp");
    public static final Field TASK_FAILURES = override("taskFailures");
    public static final Field KILLED_FOR_MEMORY = override("killedForMemory");
    public static final Field CHECKS = override("checks");
    public static final Field ON_NOT_ENOUGH_DATA = override("onNotEnoughData")
            .among(Arrays.stream(NotEnoughData.values()).map(Amounts::name).toList());

    public boolean isRequired() {
        return example.isPresent();
    }

    /**
     * Its name in the form, whose request and context hold Bamboo's own names, too: {@code cerebroName}. In the configuration it
     * is its {@link #key()}.
     */
    String parameter() {
        return "cerebro" + Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    /** What a new task's form begins with. A text is left blank, for the realm's default or the one that its help names. */
    String initial() {
        return type == Type.FLAG || (type == Type.CHOICE && override.isEmpty()) ? byDefault : "";
    }

    /**
     * Takes a text that is right; a blank one where it may be blank, and one that holds a Bamboo variable.
     *
     * @throws IllegalArgumentException that names the field and the mend
     */
    public void check(String text) {
        if (text.isBlank()) {
            example.ifPresent(such -> {
                throw new IllegalArgumentException(key + " is missing: give it, such as " + such);
            });
        } else if (!text.contains(VARIABLE)) {
            checkGiven(text.strip());
        }
    }

    private void checkGiven(String text) {
        if (!choices.isEmpty() && !choices.contains(text)) {
            throw new IllegalArgumentException(
                    key + " must be one of " + String.join(", ", choices) + ", but is '" + text + "'");
        }
        try {
            rule.accept(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(named(String.valueOf(e.getMessage())), e);
        }
    }

    /** Begins with the field's own name, also where the rule is another one's. */
    private String named(String message) {
        String other = override.filter(message::startsWith).orElse("");
        String own = other.isEmpty() ? message : key + message.substring(other.length());
        return own.startsWith(key + " ") ? own : key + ": " + own;
    }

    private static Field text(String key) {
        return new Field(key, Type.TEXT, "", Optional.empty(), List.of(), Optional.empty(), text -> {});
    }

    private static Field path(String key, String otherwise) {
        return text(key).orElse(otherwise).checked(text -> {
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(key + " must be one path, such as " + otherwise + ", in one line");
            }
        });
    }

    private static Field lines(String key) {
        return text(key).of(Type.LINES);
    }

    private static Field flag(String key) {
        return choice(key, List.of("true", "false")).of(Type.FLAG).orElse("false");
    }

    private static Field choice(String key, List<String> choices) {
        return text(key).among(choices);
    }

    private static Field override(String name) {
        return new Field(
                name,
                Type.TEXT,
                Overrides.of(Settings.DEFAULT).fields().getOrDefault(name, ""),
                Optional.empty(),
                List.of(),
                Optional.of(name),
                text -> new Overrides(Map.of(name, text)).over(Settings.DEFAULT));
    }

    private Field called(String other) {
        return new Field(other, type, byDefault, example, choices, override, rule);
    }

    private Field of(Type other) {
        return new Field(key, other, byDefault, example, choices, override, rule);
    }

    private Field orElse(String text) {
        return new Field(key, type, text, example, choices, override, rule);
    }

    private Field required(String such) {
        return new Field(key, type, byDefault, Optional.of(such), choices, override, rule);
    }

    private Field among(List<String> all) {
        return new Field(key, Type.CHOICE, byDefault, example, List.copyOf(all), override, rule);
    }

    private Field checked(Consumer<String> other) {
        return new Field(key, type, byDefault, example, choices, override, other);
    }

    private static void realm(String text) {
        if (!Realm.isName(text)) {
            throw new IllegalArgumentException(
                    "realm must be up to 32 lower-case letters, digits and '-', such as prod," + " but is '" + text
                            + "'");
        }
    }

    private static void name(String text) {
        try {
            new ImageName("localhost", text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "name must be the image's name in the registry, without registry and tag, such as shop/orders,"
                            + " but is '" + text + "'",
                    e);
        }
    }

    private static void tag(String text) {
        ImageBuild.of(Path.of("."), new ImageName("localhost", "image"), text);
    }

    private static void buildArgs(String text) {
        Lines.pairs("buildArgs", text).forEach(BuildOptions.NONE::withArg);
    }

    private static void labels(String text) {
        Lines.pairs("labels", text).forEach(BuildOptions.NONE::withLabel);
    }

    private static void service(String text) {
        AppId unused = AppId.of(text);
    }

    private static void job(String text) {
        String unused = JobDefinition.requireName(text);
    }

    private static void size(String text) {
        Size unused = Size.of(text, Limits.NONE);
    }

    private static void oneLine(String text) {
        if (text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("image must be one image, such as"
                    + " registry.example.com/shop/orders@sha256:…, but is '" + text + "'");
        }
    }
}
