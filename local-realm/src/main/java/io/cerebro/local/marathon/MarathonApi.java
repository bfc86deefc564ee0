package io.cerebro.local.marathon;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marathon's HTTP API: who may come in, what every answer carries, and who answers. */
final class MarathonApi extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(MarathonApi.class);
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Resource server;
    private final EventStreams events;
    private final Doorkeeper doorkeeper;
    private final String leader;

    MarathonApi(Core core, Doorkeeper doorkeeper, String authority) {
        resources.put("/v2/apps", new AppsResource(core));
        resources.put("/v2/tasks", new TasksResource(core));
        resources.put("/v2/deployments", new DeploymentsResource(core));
        resources.put("/v2/queue", new QueueResource(core));
        resources.put("/v2/groups", new GroupsResource(core));
        this.server = new ServerResource(core);
        this.events = new EventStreams(core);
        this.doorkeeper = doorkeeper;
        this.leader = "http://" + authority;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Call call = new Call(request);
        HttpFields.Mutable headers = response.getHeaders();
        switch (doorkeeper.judge(call.header(HttpHeader.AUTHORIZATION))) {
            case UNKNOWN -> {
                headers.put(HttpHeader.WWW_AUTHENTICATE, "basic realm=\"null\"");
                headers.put(HttpHeader.CACHE_CONTROL, "must-revalidate,no-cache,no-store");
                Sender.send(call, Reply.empty(401), response, callback);
            }
            case GARBLED -> {
                headers.put(HttpHeader.CACHE_CONTROL, "must-revalidate,no-cache,no-store");
                headers.put(HttpHeader.CONNECTION, "close");
                Sender.send(call, Reply.empty(500), response, callback);
            }
            case WELCOME -> {
                common(headers);
                if (call.path().equals("/v2/events")) {
                    events.serve(call, response, callback);
                } else {
                    Sender.send(call, answer(call), response, callback);
                }
            }
        }
        return true;
    }

    private void common(HttpFields.Mutable headers) {
        headers.put("X-Marathon-Leader", leader);
        headers.put("X-Frame-Options", "DENY");
        headers.put("X-XSS-Protection", "1; mode=block");
        headers.put(HttpHeader.CACHE_CONTROL, "no-cache, no-store, must-revalidate");
        headers.put(HttpHeader.PRAGMA, "no-cache");
        headers.put(HttpHeader.EXPIRES, "0");
    }

    private Reply answer(Call call) {
        try {
            return routed(call);
        } catch (Refusal refusal) {
            return Reply.of(refusal);
        } catch (RuntimeException e) {
            LOG.error("Tried to answer {} {} but stumbled", call.method(), call.path(), e);
            return Reply.of(Refusal.of(500, String.valueOf(e.getMessage())));
        }
    }

    private Reply routed(Call call) {
        String path = call.path();
        for (Map.Entry<String, Resource> entry : resources.entrySet()) {
            if (path.equals(entry.getKey()) || path.startsWith(entry.getKey() + "/")) {
                Reply reply = entry.getValue().answer(call);
                if (call.method().equals("GET") && !call.acceptsJson()) {
                    throw Refusal.of(406, "Not Acceptable");
                }
                return reply;
            }
        }
        return server.answer(call);
    }
}
