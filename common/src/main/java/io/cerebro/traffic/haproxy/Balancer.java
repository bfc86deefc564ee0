package io.cerebro.traffic.haproxy;

import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.Reach;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.Share;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One HAProxy: the share of one service set and read back. */
final class Balancer {
    /** No app can be called so: ids are in lower case. */
    private static final String NO_SERVICE = "CEREBRO";

    private final LoadBalancerSettings settings;
    private final StatsSocket socket;

    Balancer(LoadBalancerSettings settings, Duration timeout) {
        this.settings = settings;
        this.socket = new StatsSocket(named(), settings.socket(), timeout);
    }

    /**
     * First in the running process, because that is what turns traffic off; then in the files; then once more in the process,
     * which may be a new one that has read the files just before they changed.
     */
    void set(Canary canary, Share share) {
        apply(canary, share);
        if (settings.files().isPresent()) {
            write(settings.files().get(), canary, share);
            apply(canary, share);
        }
    }

    private void apply(Canary canary, Share share) {
        List<String> maps = socket.ask(List.of(show(settings.shareMap()), show(settings.headerMap())));
        ShareMaps now = new ShareMaps(map(settings.shareMap(), maps.get(0)), map(settings.headerMap(), maps.get(1)));
        if (share.byHeader()) {
            requireOwnHeader(now, canary);
        }
        List<String> commands = now.commands(canary, share);
        if (!commands.isEmpty()) {
            run(commands);
        }
    }

    private void requireOwnHeader(ShareMaps maps, Canary canary) {
        maps.ownerOf(canary).ifPresent(owner -> {
            throw new RouterException(named() + " has the header value '" + canary.header() + "' for the canary of '"
                    + owner + "' already: give " + canary.service() + " another one");
        });
    }

    private void run(List<String> commands) {
        List<String> answers = socket.ask(commands);
        for (int i = 0; i < commands.size(); i++) {
            String answer = answers.get(i).strip();
            boolean gone = commands.get(i).startsWith("del ") && answer.endsWith("not found.");
            if (!answer.isEmpty() && !gone) {
                throw refused(commands.get(i), answer);
            }
        }
    }

    private void write(Path directory, Canary canary, Share share) {
        try {
            Optional<String> shareLine =
                    share.basisPoints() > 0 ? Optional.of(canary.name() + " " + share.basisPoints()) : Optional.empty();
            Optional<String> headerLine =
                    share.byHeader() ? Optional.of(canary.header() + " " + canary.name()) : Optional.empty();
            new MapFile(directory.resolve(LoadBalancerSettings.SHARE_FILE))
                    .replace((key, value) -> key.equals(canary.name()), shareLine);
            new MapFile(directory.resolve(LoadBalancerSettings.HEADER_FILE))
                    .replace((key, value) -> value.equals(canary.name()), headerLine);
        } catch (IOException e) {
            throw new RouterException(named() + " has the share '" + share + "' of " + canary.service()
                    + " but loses it at its next reload: tried to write its maps in " + directory + " but " + reason(e)
                    + "; make the directory writable for this user and set the share again");
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** That it answers, has the maps, and lets this socket change them. */
    void check() {
        List<String> answers = socket.ask(List.of(show(settings.shareMap()), show(settings.headerMap())));
        map(settings.shareMap(), answers.get(0));
        map(settings.headerMap(), answers.get(1));
        run(List.of("del map " + settings.shareMap() + " " + NO_SERVICE));
    }

    LoadBalancer look(Canary canary) {
        List<String> answers = ask();
        Reading reading = Reading.of(settings.observed(), answers);
        Timings timings = Timings.ask(socket, reading.stats(), canary.service());
        return reading.view(canary.service(), stats -> share(answers, canary), timings);
    }

    Reach reach(Canary canary) {
        return socket.reach(settings.name(), () -> {
            List<String> answers = ask();
            return Reading.of(settings.observed(), answers).reach(canary.service(), stats -> share(answers, canary));
        });
    }

    private List<String> ask() {
        List<String> commands = new ArrayList<>(Reading.COMMANDS);
        commands.addAll(List.of(show(settings.shareMap()), show(settings.headerMap())));
        return socket.ask(commands);
    }

    /** @param answers of {@link #ask} */
    private Share share(List<String> answers, Canary canary) {
        ShareMaps maps =
                new ShareMaps(map(settings.shareMap(), answers.get(2)), map(settings.headerMap(), answers.get(3)));
        try {
            return maps.share(canary);
        } catch (IllegalArgumentException e) {
            throw new RouterException(named() + " has no sensible share for '" + canary.name() + "' in "
                    + settings.shareMap() + " (" + e.getMessage() + "): set the share again");
        }
    }

    private RunningMap map(String path, String answer) {
        if (!answer.isEmpty() && !answer.startsWith("0x")) {
            throw refused(show(path), answer.strip());
        }
        return new RunningMap(path, MapEntry.parse(answer));
    }

    private RouterException refused(String command, String answer) {
        return new RouterException(named() + " answered '" + answer + "' to '" + command + "' at " + settings.socket()
                + ": check that this is a stats socket of level admin and that its configuration uses the maps in "
                + settings.maps());
    }

    private static String show(String map) {
        return "show map " + map;
    }

    private String named() {
        return "load balancer " + settings.name();
    }
}
