package io.cerebro.local.haproxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.qubit.FakeQubitBamboo;
import io.cerebro.traffic.qubit.QubitBambooRouter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.curator.test.TestingServer;

/** Qubit Bamboo as recorded, a real ZooKeeper, and two real HAProxies rendered from the shipped template by Go itself. */
final class QubitRig implements ToldRig {
    private static final int PORT = 34_140;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestingServer zooKeeper;
    private final Pair balancers;
    private final FakeQubitBamboo bamboo;
    private final QubitBambooRouter router;
    private List<ObjectNode> apps = List.of();

    QubitRig(Path directory) throws Exception {
        this.zooKeeper = new TestingServer(true);
        this.balancers = new Pair(directory, PORT, "qubit-bamboo/haproxy_template.cfg", "render.go");
        this.bamboo = FakeQubitBamboo.start(
                zooKeeper.getConnectString(), state -> balancers.each(haproxy -> haproxy.render(state)));
        this.router = new QubitBambooRouter(List.of(bamboo.url()), "X-Canary", balancers.observed());
        bamboo.store("/orders", "{\"Acl\":\"hdr(host) -i test\",\"Team\":\"shop\"}");
    }

    FakeQubitBamboo bamboo() {
        return bamboo;
    }

    @Override
    public Pair balancers() {
        return balancers;
    }

    @Override
    public void idle() throws Exception {
        bamboo.idle(true);
    }

    @Override
    public void old() throws Exception {
        bamboo.old();
    }

    @Override
    public void stopDaemon() {
        bamboo.close();
    }

    @Override
    public String request() {
        return "GET " + bamboo.url() + "/api/services";
    }

    @Override
    public void spoil(Instance another) throws Exception {
        bamboo.store("/another", "{\"Acl\":\"hdr(host -i another\"}");
        reload(another);
    }

    TestingServer zooKeeper() {
        return zooKeeper;
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
        apps = new ArrayList<>(List.of(app("/orders", stable)));
        if (!canary.isEmpty()) {
            ObjectNode beside = app("/orders-canary", canary);
            beside.putObject("Labels").put("CEREBRO_CANARY_OF", "/orders");
            apps.add(beside);
        }
        bamboo.apps(apps);
    }

    @Override
    public void reload(Instance another) {
        List<ObjectNode> more = new ArrayList<>(apps);
        more.add(app("/another", List.of(another)));
        bamboo.apps(more);
    }

    private static ObjectNode app(String id, List<Instance> instances) {
        ObjectNode app = JSON.createObjectNode().put("Id", id);
        app.putArray("SplitId").add("").add(id.substring(1));
        app.putArray("HealthChecks").addObject().put("Protocol", "HTTP").put("Path", "/health");
        ArrayNode tasks = app.putArray("Tasks");
        for (Instance instance : instances) {
            ObjectNode task = tasks.addObject().put("Host", instance.address().host());
            task.putArray("Ports").add(instance.address().port());
            task.put("Alive", true).put("Ready", true).put("State", "TASK_RUNNING");
        }
        return app;
    }

    @Override
    public void close() throws Exception {
        bamboo.close();
        balancers.close();
        zooKeeper.close();
    }
}
