package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.XmlFile;
import hudson.security.Permission;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Jenkins;
import jenkins.model.Loadable;
import jenkins.util.io.OnMaster;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class Descriptor<T extends Describable<T>> implements Loadable, Saveable, OnMaster {
    public final transient Class<? extends T> clazz;

    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz == self() ? (Class<? extends T>) getClass() : clazz;
    }

    protected Descriptor() {
        this.clazz = (Class<? extends T>) getClass().getEnclosingClass();
    }

    public String getDisplayName() {
        return clazz.getSimpleName();
    }

    public String getId() {
        return clazz.getName();
    }

    public Class<T> getT() {
        return (Class<T>) clazz;
    }

    public String getDescriptorUrl() {
        throw compileOnly();
    }

    public final String getDescriptorFullUrl() {
        throw compileOnly();
    }

    public final String getJsonSafeClassName() {
        throw compileOnly();
    }

    public T newInstance(StaplerRequest2 req, JSONObject formData) throws FormException {
        throw compileOnly();
    }

    public static <T> T bindJSON(StaplerRequest2 req, Class<T> type, JSONObject src) {
        throw compileOnly();
    }

    public String getHelpFile() {
        throw compileOnly();
    }

    public String getHelpFile(String fieldName) {
        throw compileOnly();
    }

    protected void addHelpFileRedirect(
            String fieldName, Class<? extends Describable> owner, String fieldNameToRedirectTo) {
        throw compileOnly();
    }

    public final boolean isInstance(T instance) {
        return clazz.isInstance(instance);
    }

    public final boolean isSubTypeOf(Class type) {
        return type.isAssignableFrom(clazz);
    }

    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        return true;
    }

    public String getConfigPage() {
        throw compileOnly();
    }

    public String getGlobalConfigPage() {
        throw compileOnly();
    }

    public GlobalConfigurationCategory getCategory() {
        throw compileOnly();
    }

    public Permission getRequiredGlobalConfigPagePermission() {
        return Jenkins.ADMINISTER;
    }

    public void save() {}

    public void load() {}

    protected XmlFile getConfigFile() {
        throw compileOnly();
    }

    public void doHelp(StaplerRequest2 req, StaplerResponse2 rsp) throws IOException, ServletException {
        throw compileOnly();
    }

    public static <T> List<T> toList(T... values) {
        return new ArrayList<>(List.of(values));
    }

    public static <T extends Describable<T>> Map<Descriptor<T>, T> toMap(Iterable<T> describables) {
        throw compileOnly();
    }

    public static final class FormException extends Exception implements HttpResponse {
        private final String formField;

        public FormException(String message, String formField) {
            super(message);
            this.formField = formField;
        }

        public FormException(String message, Throwable cause, String formField) {
            super(message, cause);
            this.formField = formField;
        }

        public FormException(Throwable cause, String formField) {
            super(cause);
            this.formField = formField;
        }

        public String getFormField() {
            return formField;
        }

        public void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node)
                throws IOException, ServletException {
            throw compileOnly();
        }
    }

    protected static Class self() {
        return Descriptor.class;
    }
}
