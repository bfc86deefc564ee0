package io.cerebro.bamboo.realm;

import io.cerebro.marathon.AppId;
import io.cerebro.realm.Login;
import io.cerebro.realm.RealmsException;
import io.cerebro.release.RealmCheck;
import java.util.List;
import java.util.Optional;

/** The realms as an administrator writes them. For the administration page, which is a plugin of its own and is given texts alone. */
public final class RealmsText {
    private static final String SOURCE = "Administration, Cerebro";

    private RealmsText() {}

    /** What is kept; blank where nothing is. */
    public static String read() {
        return RealmsSetting.read().orElse("");
    }

    /** Why the tasks could not work with it, in their own words; empty if they can. */
    public static Optional<String> problem(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            new Finding(SOURCE, text).realms(RealmsText::kept);
            return Optional.empty();
        } catch (RealmsException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * What the parts of a realm have answered.
     *
     * @param good one sentence for each part that a release can work with
     * @param bad one for each that it cannot, or that is not configured well
     */
    public record Answers(List<String> good, List<String> bad) {}

    /**
     * Asks a realm that is kept, from here, and changes nothing there.
     *
     * @param service that the gate's sources are asked for; blank for none
     */
    public static Answers test(String realm, String service) {
        try {
            Optional<AppId> id = service.isBlank() ? Optional.empty() : Optional.of(AppId.of(service.strip()));
            List<RealmCheck.Answer> answers = RealmCheck.parts(
                    new Finding(SOURCE, read()).realms(RealmsText::kept).get(realm.strip()), id);
            return new Answers(says(answers, true), says(answers, false));
        } catch (RealmsException | IllegalArgumentException e) {
            return new Answers(List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    private static List<String> says(List<RealmCheck.Answer> answers, boolean good) {
        return answers.stream()
                .filter(answer -> answer.good() == good)
                .map(RealmCheck.Answer::says)
                .toList();
    }

    private static Login kept(String realm, String credentials) {
        return SharedCredentials.named(credentials);
    }

    /**
     * Keeps it; a blank text takes it away.
     *
     * @throws IllegalArgumentException if the tasks could not work with it
     */
    public static void write(String text) {
        problem(text).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        RealmsSetting.write(text);
    }
}
