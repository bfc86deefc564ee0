package io.cerebro.bamboo;

import static java.util.stream.Collectors.joining;

import io.cerebro.signatures.Signed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/** A real OSGi framework whose host exports Bamboo's packages, as Bamboo does, and the plugin in it. */
public final class Osgi implements AutoCloseable {
    /** What a remote agent has not: forms, Specs, credentials and the server's own services. */
    private static final Set<String> SERVER_ONLY = Set.of(
            "com.atlassian.bamboo.collections",
            "com.atlassian.bamboo.credentials",
            "com.atlassian.bamboo.crypto.instance",
            "com.atlassian.bamboo.task.export",
            "com.atlassian.bamboo.utils.error",
            "com.atlassian.sal.api.component",
            "com.atlassian.sal.api.pluginsettings");

    private final Framework framework;
    private final Bundle plugin;

    private Osgi(Framework framework, Bundle plugin) {
        this.framework = framework;
        this.plugin = plugin;
    }

    public static Osgi server(Path directory) throws Exception {
        return start(directory, name -> true);
    }

    public static Osgi agent(Path directory) throws Exception {
        return start(directory, name -> !SERVER_ONLY.contains(name) && !name.contains(".specs."));
    }

    private static Osgi start(Path directory, Predicate<String> there) throws Exception {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        directory.toString(),
                        "org.osgi.framework.system.packages.extra",
                        packages().filter(there).collect(joining(",")),
                        // nothing is found by chance on the class path of the tests
                        "felix.bootdelegation.implicit",
                        "false"));
        framework.start();
        Bundle plugin = framework
                .getBundleContext()
                .installBundle(io.cerebro.bamboo.Bundle.FILE.toUri().toString());
        plugin.start();
        return new Osgi(framework, plugin);
    }

    private static Stream<String> packages() {
        Stream<String> signed =
                Signed.all("/bamboo-api.txt").stream().map(each -> each.name().replaceFirst("\\.[^.]+$", ""));
        Stream<String> specs = Stream.of(
                        "builders", "builders.task", "exceptions", "model", "model.task", "validators.common")
                .map("com.atlassian.bamboo.specs.api."::concat);
        return Stream.concat(signed, specs).distinct().sorted();
    }

    public Bundle plugin() {
        return plugin;
    }

    public Object create(String name) throws ReflectiveOperationException {
        return plugin.loadClass(name).getConstructor().newInstance();
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
