package io.cerebro.local.haproxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.http.Ask;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.consul.ConsulTemplateRouter;
import io.cerebro.traffic.consul.FakeConsul;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Consul as recorded, with members registered at its agent, and two real HAProxies rendered from the shipped template. */
final class ConsulRig implements ToldRig {
    private static final int PORT = 34_160;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pair balancers;
    private final FakeConsul consul;
    private final Remote agent;
    private final ConsulTemplateRouter router;
    private final Set<String> registered = new HashSet<>();

    ConsulRig(Path directory) throws Exception {
        this.balancers = new Pair(directory, PORT, "consul-template/haproxy.ctmpl", "consul.go");
        this.consul = FakeConsul.start(url -> balancers.each(haproxy -> haproxy.render("", url)));
        this.agent = new Remote(List.of(consul.url()), Credentials.none(), Timeouts.DEFAULT);
        this.router = new ConsulTemplateRouter(
                List.of(consul.url()),
                Credentials.none(),
                new ConsulTemplateRouter.Routing("X-Canary", balancers.observed()));
        consul.idle(true); // nothing is rendered before there is something to serve
        agent.ask(Ask.put("/v1/kv/acl/orders", "hdr(host) -i test"));
        consul.idle(false);
    }

    FakeConsul consul() {
        return consul;
    }

    @Override
    public Pair balancers() {
        return balancers;
    }

    @Override
    public void idle() throws Exception {
        consul.idle(true);
    }

    @Override
    public void old() {
        consul.old();
    }

    @Override
    public void stopDaemon() {
        consul.close();
    }

    @Override
    public String request() {
        return "GET " + consul.url() + "/v1/kv/canary/orders/config";
    }

    @Override
    public void spoil(Instance another) {
        agent.ask(Ask.put("/v1/kv/acl/another", "hdr(host -i another"));
        reload(another);
    }

    @Override
    public Router router() {
        return router;
    }

    @Override
    public List<Integer> ports() {
        return balancers.ports();
    }

    @Override
    public void members(List<Instance> stable, List<Instance> canary) {
        Set<String> gone = new HashSet<>(registered);
        stable.forEach(instance -> gone.remove(register("orders", "marathon-task:orders.1", instance)));
        canary.forEach(instance -> gone.remove(register("orders", "marathon-task:orders-canary.1", instance)));
        gone.forEach(id -> agent.ask(Ask.put("/v1/agent/service/deregister/" + id, "")));
        registered.removeAll(gone);
    }

    @Override
    public void reload(Instance another) {
        register("another", "marathon-task:another.1", another);
    }

    private String register(String name, String tag, Instance instance) {
        String id = name + "-" + instance.address().port();
        ObjectNode service = JSON.createObjectNode()
                .put("ID", id)
                .put("Name", name)
                .put("Address", instance.address().host())
                .put("Port", instance.address().port());
        service.putArray("Tags").add(tag);
        agent.ask(Ask.put("/v1/agent/service/register", service.toString()));
        if (name.equals("orders")) {
            registered.add(id);
        }
        return id;
    }

    @Override
    public void close() throws Exception {
        consul.close();
        balancers.close();
    }
}
