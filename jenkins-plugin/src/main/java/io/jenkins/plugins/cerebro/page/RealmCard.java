package io.jenkins.plugins.cerebro.page;

import hudson.model.Api;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.MarathonException;
import io.cerebro.realm.RealmsException;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** One realm on the page, asked for what runs there when that is first needed; made anew for every request. */
@ExportedBean
public final class RealmCard {
    private static final Logger LOG = Logger.getLogger(RealmCard.class.getName());

    private final String name;
    private @Nullable Sight sight;

    RealmCard(String name) {
        this.name = name;
    }

    @Exported(visibility = 2)
    public String getName() {
        return name;
    }

    /** Why it cannot be told what runs there; null where it can. */
    @Exported
    public @Nullable String getTrouble() {
        return look().trouble();
    }

    /** Of its Marathon's own pages. */
    @Exported
    public @Nullable String getMarathonUrl() {
        return look().marathonUrl();
    }

    /** The most instances that a service may have; null where there is no limit. */
    @Exported
    public @Nullable Integer getMaxInstances() {
        return look().maxInstances();
    }

    @Exported
    public List<ServiceRow> getServices() {
        return look().services();
    }

    public Api getApi() {
        return new Api(this);
    }

    private Sight look() {
        if (sight == null) {
            sight = Sight.of(name);
        }
        return sight;
    }

    /** {@code POST /cerebro/realm/NAME/scale}: answers with one sentence. */
    @RequirePOST
    public HttpResponse doScale(@QueryParameter @Nullable String service, @QueryParameter @Nullable String instances) {
        Jenkins.get().checkPermission(CerebroPermissions.SCALE);
        try {
            String sentence = Sight.scale(name, AppId.of(String.valueOf(service)), String.valueOf(instances));
            LOG.log(Level.INFO, "{0} in realm {1}, as {2} asked for", new Object[] {
                sentence, name, Jenkins.getAuthentication2().getName()
            });
            return new Sentence(200, sentence);
        } catch (IllegalArgumentException | RealmsException e) {
            return new Sentence(400, String.valueOf(e.getMessage()));
        } catch (Unreachable | MarathonException e) {
            return new Sentence(502, String.valueOf(e.getMessage()));
        }
    }
}
