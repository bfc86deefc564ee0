package io.cerebro.realm;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One environment.
 *
 * @param registry where its images are; empty where nothing is built for it
 * @param router empty where there is none, and so no canary
 * @param variables for the app definitions
 * @param additions to every app
 * @param locks what becomes of a release whose app somebody else's deployment holds
 * @param local for a realm on this machine
 * @param audience who is told of its releases
 * @param mesos empty where nobody is asked whether there is room
 * @param sources what the gate asks beside the load balancers
 * @param chronos empty where there are no jobs
 */
public record Realm(
        String name,
        MarathonAccess marathon,
        Optional<Registry> registry,
        Optional<RouterAccess> router,
        Limits limits,
        Map<String, String> variables,
        Stages stages,
        CanarySettings canary,
        Timeouts timeouts,
        GateSettings gate,
        Additions additions,
        LockPolicy locks,
        Optional<LocalRealmSettings> local,
        Audience audience,
        Optional<MesosAccess> mesos,
        List<SourceAccess> sources,
        Optional<ChronosAccess> chronos) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public Realm {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        sources = List.copyOf(sources);
    }

    /** Whether a realm may be called so: up to 32 lower-case letters, digits and '-'. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a variable may be called so: letters, digits and '_'. */
    public static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }
}
