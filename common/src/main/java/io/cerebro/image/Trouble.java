package io.cerebro.image;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why docker could not do its work, and what to do: the second half of a sentence that ends in "but". */
record Trouble(Pattern sign, Function<MatchResult, String> sentence) {
    static final String DISK_FULL = "the disk is full where Docker keeps its images: make room, for instance with"
            + " 'docker system prune', and try again";

    private static final List<Trouble> KNOWN = List.of(
            of("(?i)no space left on device|disk quota exceeded", match -> DISK_FULL),
            of(
                    "permission denied while trying to connect to the [Dd]ocker",
                    match -> "this user may not use the Docker Engine: make it a member of the group 'docker'"),
            of(
                    "Cannot connect to the Docker daemon at (\\S+)\\. ",
                    match -> "no Docker Engine answers at " + match.group(1)
                            + ": start it, or name another one in DOCKER_HOST"),
            of(
                    "(?i)cannot connect to the docker daemon.*?: dial (?:unix|tcp) (\\S+): ",
                    match -> "no Docker Engine answers at " + match.group(1)
                            + ": start it, or name another one in DOCKER_HOST"),
            of(
                    "(?i)buildx component is missing or broken",
                    match -> "this docker is told to use BuildKit and has no buildx: install docker-buildx, or unset"
                            + " DOCKER_BUILDKIT"),
            of(
                    "unable to prepare context: path \"(.+)\" not found",
                    match -> "there is no directory " + match.group(1)),
            of(
                    "evaluate symlinks in Dockerfile path|failed to read dockerfile: .*no such file",
                    match -> "there is no such Dockerfile: create it, or name another one"),
            of(
                    "dockerfile parse error (?:on )?line (\\d+): (.*)",
                    match -> "the Dockerfile is wrong in line " + match.group(1) + ": " + match.group(2)),
            of("file with no instructions", match -> "the Dockerfile has no instructions"),
            of(
                    "manifest for (\\S+) not found|ERROR: (\\S+/\\S+): not found",
                    match -> "there is no base image " + (match.group(1) == null ? match.group(2) : match.group(1))
                            + ": see the FROM lines of the Dockerfile"),
            of(
                    "pull access denied for ([^\\s,]+)",
                    match -> "there is no base image " + match.group(1)
                            + ", or it may not be pulled without a login: see the FROM lines of the Dockerfile"),
            of(
                    "(?:Get|Head|Post|Put|Patch) \"https?://([^/\"]+)/.*?: server gave HTTP response to HTTPS client",
                    match -> "the registry " + match.group(1)
                            + " speaks plain HTTP: list it under insecure-registries in the Docker Engine's daemon.json"),
            of(
                    "(?:Get|Head|Post|Put|Patch) \"https?://([^/\"]+)/.*?: (x509: .*)",
                    match ->
                            "the certificate of the registry " + match.group(1) + " is not trusted: " + match.group(2)),
            of(
                    "(?:Get|Head|Post|Put|Patch) \"https?://([^/\"]+)/.*?\": (.*)",
                    match -> "the registry " + match.group(1) + " does not answer (" + match.group(2)
                            + "): see that it runs and that its address is right"),
            of(
                    "failed with status: 401|incorrect username or password",
                    match -> "it refuses this user name or password: see the registry's credentials"),
            of(
                    "no basic auth credentials",
                    match -> "the registry wants a login: give it a user name and a password in realms.yaml"),
            of(
                    "(?m)(?:^|: )((?:requested access to the resource is )?denied|unauthorized)\\b(.*)",
                    match -> "the registry does not allow it (" + match.group(1) + match.group(2)
                            + "): ask for the right to push there, or use other credentials"),
            of(
                    "received unexpected HTTP status: (.*)|error parsing HTTP (\\d+) response",
                    match -> "the registry answered " + (match.group(1) == null ? match.group(2) : match.group(1))
                            + ": see the registry's own log; its disk may be full"),
            of(
                    "An image does not exist locally",
                    match ->
                            "the Docker Engine does not have it: buildx has kept it in a builder of its own; choose the"
                                    + " engine's with 'docker buildx use default'"));

    private static Trouble of(String sign, Function<MatchResult, String> sentence) {
        return new Trouble(Pattern.compile(sign), sentence);
    }

    /** Docker's own last words where the trouble is not a known one. */
    static String of(List<String> output) {
        String text = String.join("\n", output);
        for (Trouble trouble : KNOWN) {
            Matcher matcher = trouble.sign.matcher(text);
            if (matcher.find()) {
                return trouble.sentence.apply(matcher.toMatchResult());
            }
        }
        return output.isEmpty() ? "docker did not say why" : "docker says: " + output.get(output.size() - 1);
    }
}
