package io.jenkins.plugins.cerebro.page;

import hudson.Extension;
import hudson.model.Api;
import hudson.model.RootAction;
import hudson.security.Permission;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import io.jenkins.plugins.cerebro.realm.CerebroConfiguration;
import java.util.List;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The page Realms: {@code /cerebro}, and the same as data at {@code /cerebro/api/json}. */
@Extension
@ExportedBean
public final class RealmsAction implements RootAction, StaplerProxy {
    private static final Permission[] TO_SEE = {CerebroPermissions.DEPLOY, CerebroPermissions.SCALE, Jenkins.SYSTEM_READ
    };

    @Override
    public @Nullable String getIconFileName() {
        return Jenkins.get().hasAnyPermission(TO_SEE) ? "symbol-server" : null;
    }

    @Override
    public String getDisplayName() {
        return "Realms";
    }

    @Override
    public String getUrlName() {
        return "cerebro";
    }

    /** Itself, for those who may see it. */
    @Override
    public Object getTarget() {
        Jenkins.get().checkAnyPermission(TO_SEE);
        return this;
    }

    public Api getApi() {
        return new Api(this);
    }

    @Exported
    public List<RealmCard> getRealms() {
        return CerebroConfiguration.get().names().stream().map(RealmCard::new).toList();
    }

    /** {@code /cerebro/realm/NAME}. */
    public @Nullable RealmCard getRealm(String name) {
        return CerebroConfiguration.get().names().contains(name) ? new RealmCard(name) : null;
    }

    public boolean isScalable() {
        return Jenkins.get().hasPermission(CerebroPermissions.SCALE);
    }
}
