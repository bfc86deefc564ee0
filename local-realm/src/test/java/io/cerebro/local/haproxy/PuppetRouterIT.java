package io.cerebro.local.haproxy;

import io.cerebro.puppet.Puppet;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.haproxy.HaproxyRouter;
import io.cerebro.traffic.haproxy.LoadBalancerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** HAProxy as the shipped Puppet module sets it up, driven by Cerebro over its stats socket. */
class PuppetRouterIT extends RouterAcceptance {
    @Override
    Rig start(Path directory) throws Exception {
        return new PuppetRig(directory);
    }

    @Override
    Duration off() {
        return Duration.ofMillis(500);
    }

    /** An administrator who gives Puppet new members, and systemd, which starts and reloads HAProxy. */
    private static final class PuppetRig implements Rig {
        private static final int PORT = 34_170;

        private final Puppet puppet;
        private final Path haproxy;
        private final Router router;
        private String orders = "";

        PuppetRig(Path directory) throws Exception {
            this.puppet = new Puppet(directory);
            this.haproxy = puppet.root().resolve("haproxy");
            this.router = new HaproxyRouter(List.of(
                    LoadBalancerSettings.local("lb1", puppet.root().resolve("admin.sock"), haproxy.resolve("maps"))));
        }

        @Override
        public Router router() {
            return router;
        }

        @Override
        public List<Integer> ports() {
            return List.of(PORT);
        }

        @Override
        public void members(List<Instance> stable, List<Instance> canary) throws Exception {
            orders = service("/orders", PORT, stable, canary);
            apply(orders);
        }

        @Override
        public void reload(Instance another) throws Exception {
            apply(orders + ", " + service("/another", PORT + 1, List.of(another), List.of()));
        }

        private static String service(String app, int port, List<Instance> stable, List<Instance> canary) {
            return "'%s' => { port => %d, health => '/health', stable => %s, canary => %s }"
                    .formatted(app, port, addresses(stable), addresses(canary));
        }

        private static String addresses(List<Instance> instances) {
            return instances.stream()
                    .map(instance -> "'" + instance.address() + "'")
                    .collect(Collectors.joining(", ", "[", "]"));
        }

        private void apply(String services) throws Exception {
            Puppet.Run run = puppet.apply("""
                    class { 'cerebro::load_balancer': directory => 'ROOT/haproxy', socket => 'ROOT/admin.sock',
                      pid_file => 'ROOT/haproxy.pid', manage_service => false }
                    class { 'cerebro::haproxy': address => '%s', user => '%s', services => { %s } }
                    """.formatted(Instance.HOST, System.getProperty("user.name"), services));
            if (run.exit() != 2) {
                throw new IOException(run.exit() + ": " + run.output());
            }
            if (Files.exists(pidFile())) {
                run("kill", "-USR2", Files.readString(pidFile()).strip());
            } else {
                run(
                        "haproxy",
                        "-W",
                        "-D",
                        "-p",
                        pidFile().toString(),
                        "-f",
                        haproxy.resolve("haproxy.cfg").toString());
            }
        }

        private static void run(String... command) throws Exception {
            ProcessBuilder program = new ProcessBuilder(command).inheritIO();
            program.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
            if (program.start().waitFor() != 0) {
                throw new IOException(String.join(" ", command));
            }
        }

        private Path pidFile() {
            return puppet.root().resolve("haproxy.pid");
        }

        @Override
        public void close() throws Exception {
            if (Files.exists(pidFile())) {
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile()).strip()))
                        .ifPresent(master -> {
                            List<ProcessHandle> workers = master.descendants().toList();
                            master.destroyForcibly();
                            workers.forEach(ProcessHandle::destroyForcibly);
                        });
            }
        }
    }
}
