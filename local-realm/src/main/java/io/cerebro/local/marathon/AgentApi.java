package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The part of a Mesos agent's HTTP API that leads to what tasks have written, and of its master's what there is room for. */
final class AgentApi extends Handler.Abstract {
    private final AgentState state;
    private final MasterState master;
    private final AgentFiles files;
    private final Neighbours neighbours;

    AgentApi(Core core, LocalMarathonConfig config) {
        this.state = new AgentState(core, config);
        this.neighbours = new Neighbours(core.host);
        this.master = new MasterState(core, config, neighbours);
        this.files = new AgentFiles(core, neighbours);
    }

    void show(Neighbour neighbour) {
        neighbours.add(neighbour);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Call call = new Call(request);
        Sender.send(call, answer(call), response, callback);
        return true;
    }

    private Reply answer(Call call) {
        if (!call.method().equals("GET")) {
            return Reply.empty(405).with("Allow", "GET");
        }
        try {
            return switch (call.path().replaceFirst("^/slave\\(1\\)", "").replaceFirst("(\\.json|/)$", "")) {
                case "/state" -> json(call, neighbours.addTo(state.show()));
                case "/slaves", "/master/slaves" -> json(call, master.slaves());
                case "/metrics/snapshot" -> json(call, master.metrics());
                case "/state-summary", "/master/state-summary" -> json(call, master.summary());
                case "/tasks", "/master/tasks" -> json(call, neighbours.tasks());
                case "/health" -> Reply.empty(200);
                case "/files/browse" -> json(call, files.browse(call));
                case "/files/read" -> json(call, files.read(call));
                case "/files/download" -> files.download(call);
                default -> Reply.empty(404);
            };
        } catch (Refusal refusal) {
            return text(refusal);
        }
    }

    private static Reply json(Call call, JsonNode body) {
        return call.header(HttpHeader.ORIGIN).isPresent()
                ? Reply.ok(body).with("Access-Control-Allow-Origin", "*")
                : Reply.ok(body);
    }

    /** Mesos says what is wrong in plain words. */
    private static Reply text(Refusal refusal) {
        if (refusal.status() == 404) {
            return Reply.empty(404);
        }
        Reply reply = Reply.text(refusal.getMessage() + "\n");
        return new Reply(refusal.status(), reply.contentType(), reply.body(), reply.headers());
    }
}
