package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.document.Amounts;
import io.cerebro.realm.AuditSettings;
import io.cerebro.realm.AuditSettings.Facility;
import io.cerebro.realm.AuditSettings.Syslog;
import io.cerebro.realm.AuditSettings.Transport;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Where a realm's decisions are written down; files are those of the machine that Jenkins's controller runs on. */
public final class AuditConfiguration extends AbstractDescribableImpl<AuditConfiguration> {
    private @Nullable String file;
    private @Nullable String host;
    private @Nullable String port;
    private @Nullable String transport;
    private @Nullable String facility;
    private @Nullable String ca;

    @DataBoundConstructor
    public AuditConfiguration() {}

    public @Nullable String getFile() {
        return file;
    }

    @DataBoundSetter
    public void setFile(@Nullable String file) {
        this.file = Text.given(file);
    }

    public @Nullable String getHost() {
        return host;
    }

    @DataBoundSetter
    public void setHost(@Nullable String host) {
        this.host = Text.given(host);
    }

    public @Nullable String getPort() {
        return port;
    }

    @DataBoundSetter
    public void setPort(@Nullable String port) {
        this.port = Text.given(port);
    }

    public @Nullable String getTransport() {
        return transport;
    }

    @DataBoundSetter
    public void setTransport(@Nullable String transport) {
        this.transport = Text.given(transport);
    }

    public @Nullable String getFacility() {
        return facility;
    }

    @DataBoundSetter
    public void setFacility(@Nullable String facility) {
        this.facility = Text.given(facility);
    }

    public @Nullable String getCa() {
        return ca;
    }

    @DataBoundSetter
    public void setCa(@Nullable String ca) {
        this.ca = Text.given(ca);
    }

    boolean nothing() {
        return file == null && host == null;
    }

    /** @throws IllegalArgumentException that names the field and what is allowed in it */
    AuditSettings settings() {
        return new AuditSettings(
                Optional.ofNullable(file).map(AuditConfiguration::path),
                Optional.ofNullable(host).map(this::syslog));
    }

    private Syslog syslog(String at) {
        Transport way = choice("transport", Transport.class, transport, Transport.UDP);
        return new Syslog(
                at,
                port == null ? way.port() : port(port),
                way,
                choice("facility", Facility.class, facility, Facility.LOCAL0),
                Optional.ofNullable(ca).map(AuditConfiguration::path));
    }

    private static Path path(String text) {
        Path path = Path.of(text);
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException(
                    "a file is given from the root, such as /var/log/cerebro.jsonl, unlike '" + text + "'");
        }
        return path;
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("port must be a port from 1 to 65535, but is '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static <E extends Enum<E>> E choice(String field, Class<E> type, @Nullable String text, E otherwise) {
        return text == null
                ? otherwise
                : Amounts.choice(type, text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                field + " must be one of " + Amounts.names(type) + ", but is '" + text + "'"));
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<AuditConfiguration> {
        @Override
        public String getDisplayName() {
            return "Audit";
        }

        @POST
        public FormValidation doCheckFile(@QueryParameter String value) {
            return Check.optional(value, AuditConfiguration::path);
        }

        @POST
        public FormValidation doCheckHost(@QueryParameter String value) {
            return Check.optional(value, Syslog::requireHost);
        }

        @POST
        public FormValidation doCheckPort(@QueryParameter String value) {
            return Check.optional(value, AuditConfiguration::port);
        }

        @POST
        public FormValidation doCheckCa(@QueryParameter String value) {
            return Check.optional(value, AuditConfiguration::path);
        }

        @POST
        public ListBoxModel doFillTransportItems() {
            return choices(Transport.values());
        }

        @POST
        public ListBoxModel doFillFacilityItems() {
            return choices(Facility.values());
        }

        private static ListBoxModel choices(Enum<?>... all) {
            ListBoxModel choices = new ListBoxModel();
            choices.add("", "");
            for (Enum<?> each : all) {
                choices.add(Amounts.name(each));
            }
            return choices;
        }
    }
}
