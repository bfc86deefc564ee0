package io.cerebro.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.http.Remote;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;

/** Asks, and turns the answer into a value or into a refusal that says what Marathon said. */
final class Answers {
    /** Makes a value of a body, or throws when it is not what Marathon sends. */
    @FunctionalInterface
    interface Reading<T> {
        T read(String body) throws IOException;
    }

    private final Remote remote;

    Answers(Remote remote) {
        this.remote = remote;
    }

    <T> T to(Ask ask, Reading<T> reading) {
        return read(remote.ask(ask), reading);
    }

    /** Empty when there is no such thing. */
    <T> Optional<T> found(Ask ask, Reading<T> reading) {
        Answer answer = remote.ask(ask);
        return absent(answer) ? Optional.empty() : Optional.of(read(answer, reading));
    }

    Change change(Ask ask) {
        Answer answer = remote.ask(ask);
        if (answer.status() == 409) {
            return conflict(answer);
        }
        return ask.method().equals("DELETE") && absent(answer) ? new Change.Absent() : read(answer, Answers::accepted);
    }

    private Change conflict(Answer answer) {
        JsonNode deployments = MarathonJson.tree(answer.body()).path("deployments");
        if (deployments.isArray()) {
            return new Change.Locked(MarathonJson.ids(deployments));
        }
        if (answer.method().equals("POST")) {
            return new Change.Exists();
        }
        throw refusal(answer);
    }

    /** A PUT and a DELETE answer with the deployment, a POST with the app. */
    private static Change accepted(String body) throws IOException {
        JsonNode json = MarathonJson.tree(body);
        JsonNode deployment = json.has("deploymentId") ? json.path("deploymentId") : json.at("/deployments/0/id");
        if (!deployment.isTextual() || !json.path("version").isTextual()) {
            throw new IOException("it names no deployment");
        }
        return new Change.Accepted(deployment.textValue(), json.path("version").textValue());
    }

    private <T> T read(Answer answer, Reading<T> reading) {
        if (!answer.successful()) {
            throw refusal(answer);
        }
        try {
            return reading.read(answer.body());
        } catch (IOException | DateTimeException | IllegalArgumentException misfit) {
            throw Refusal.notMarathon(answer);
        }
    }

    /** Marathon's own 404, not one of some other server at this address. */
    private static boolean absent(Answer answer) {
        return answer.status() == 404
                && MarathonJson.tree(answer.body()).path("message").isTextual();
    }

    private MarathonException refusal(Answer answer) {
        return answer.status() == 404 && !absent(answer)
                ? Refusal.notMarathon(answer)
                : Refusal.of(answer, remote.credentials());
    }
}
