package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.release.RealmCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** One HAProxy of a realm. */
public final class LoadBalancerConfiguration extends AbstractDescribableImpl<LoadBalancerConfiguration> {
    private final @Nullable String name;
    private final @Nullable String socket;
    private final @Nullable String maps;
    private @Nullable String mapFiles;

    @DataBoundConstructor
    public LoadBalancerConfiguration(@Nullable String name, @Nullable String socket, @Nullable String maps) {
        this.name = Text.given(name);
        this.socket = Text.given(socket);
        this.maps = Text.given(maps);
    }

    public String getName() {
        return Text.or(name, "");
    }

    public String getSocket() {
        return Text.or(socket, "");
    }

    public String getMaps() {
        return Text.or(maps, "");
    }

    public @Nullable String getMapFiles() {
        return mapFiles;
    }

    @DataBoundSetter
    public void setMapFiles(@Nullable String mapFiles) {
        this.mapFiles = Text.given(mapFiles);
    }

    /** @throws IllegalArgumentException that says what is wrong */
    HaproxyAccess.Balancer balancer() {
        return new HaproxyAccess.Balancer(
                getName(),
                getSocket(),
                getMaps(),
                Optional.ofNullable(mapFiles).map(LoadBalancerConfiguration::directory));
    }

    private static Path directory(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("mapFiles must be an absolute path on the controller, such as"
                    + " /etc/haproxy/maps, but is '" + path + "'");
        }
        return Path.of(path);
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<LoadBalancerConfiguration> {
        @Override
        public String getDisplayName() {
            return "Load balancer";
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return Check.required(
                    value, name -> new HaproxyAccess.Balancer(name, "/socket", "/maps", Optional.empty()));
        }

        @POST
        public FormValidation doCheckSocket(@QueryParameter String value) {
            return Check.required(
                    value, socket -> new HaproxyAccess.Balancer("lb1", socket, "/maps", Optional.empty()));
        }

        @POST
        public FormValidation doCheckMaps(@QueryParameter String value) {
            return Check.required(value, maps -> new HaproxyAccess.Balancer("lb1", "/socket", maps, Optional.empty()));
        }

        @POST
        public FormValidation doCheckMapFiles(@QueryParameter String value) {
            return Check.optional(value, LoadBalancerConfiguration::directory);
        }

        /** Asks the load balancer of the form, saved or not. */
        @POST
        public FormValidation doTestConnection(
                @QueryParameter String name, @QueryParameter String socket, @QueryParameter String maps) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Check.connection(() -> {
                HaproxyAccess.Balancer typed = new LoadBalancerConfiguration(name, socket, maps).balancer();
                RealmCheck.router(new HaproxyAccess(HaproxyAccess.CANARY_HEADER, List.of(typed)));
                return typed.name() + " answers, and Cerebro may set shares there";
            });
        }
    }
}
