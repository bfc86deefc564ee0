package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Run;
import io.cerebro.document.Nearest;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerRequest2;

/** The realms of this Jenkins, at Manage Jenkins, System. */
@Extension
@Symbol("cerebro")
public final class CerebroConfiguration extends GlobalConfiguration {
    private @Nullable List<RealmConfiguration> realms;

    public CerebroConfiguration() {
        load();
    }

    public static CerebroConfiguration get() {
        return ExtensionList.lookupSingleton(CerebroConfiguration.class);
    }

    /**
     * The realm of this name, reached with the credentials that the build may use.
     *
     * @throws RealmsException if there is no such realm, or it is not configured well, or its credentials are missing
     */
    public Realm realm(String name, Run<?, ?> build) {
        return new RealmReader(configured(name), Wallet.of(build)).read();
    }

    /**
     * The realm of this name, reached with Jenkins's own credentials, for pages that belong to no job.
     *
     * @throws RealmsException as {@link #realm(String, Run)}
     */
    public Realm realm(String name) {
        return new RealmReader(configured(name), Wallet.ofJenkins()).read();
    }

    private RealmConfiguration configured(String name) {
        return getRealms().stream()
                .filter(realm -> realm.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new RealmsException("there is no realm '" + name + "'" + known(name)));
    }

    private String known(String name) {
        List<String> names = names();
        return names.isEmpty()
                ? ": this Jenkins has none yet, add it at Manage Jenkins, System, Cerebro"
                : Nearest.hint(name, names) + " This Jenkins has: " + String.join(", ", names);
    }

    /** In the order of the configuration. */
    public List<String> names() {
        return getRealms().stream().map(RealmConfiguration::getName).toList();
    }

    public List<RealmConfiguration> getRealms() {
        return realms == null
                ? List.of()
                : realms.stream().filter(Objects::nonNull).toList();
    }

    /** @throws IllegalArgumentException if one has no good name, or two have the same; then all stay as they were */
    public void setRealms(List<RealmConfiguration> realms) {
        Set<String> names = new HashSet<>();
        for (RealmConfiguration realm : realms) {
            RealmConfiguration.requireName(realm.getName());
            if (!names.add(realm.getName())) {
                throw new IllegalArgumentException(
                        "there are two realms '" + realm.getName() + "': give one of them another name");
            }
        }
        this.realms = new ArrayList<>(realms);
        save();
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        try {
            setRealms(request.bindJSONToList(RealmConfiguration.class, form.opt("realms")));
            return true;
        } catch (IllegalArgumentException e) {
            throw new FormException(String.valueOf(e.getMessage()), e, "realms");
        }
    }
}
