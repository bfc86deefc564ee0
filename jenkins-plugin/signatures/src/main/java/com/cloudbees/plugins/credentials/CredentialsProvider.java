package com.cloudbees.plugins.credentials;

import static io.cerebro.signatures.Signatures.compileOnly;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Node;
import hudson.model.Run;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.util.ListBoxModel;
import io.cerebro.signatures.Fakes;
import java.util.List;
import org.springframework.security.core.Authentication;

public abstract class CredentialsProvider extends Descriptor<CredentialsProvider>
        implements ExtensionPoint, Describable<CredentialsProvider> {
    public static final PermissionGroup GROUP = new PermissionGroup("Credentials", CredentialsProvider.class, null);

    public static final Permission USE_OWN = new Permission(GROUP, "UseOwn", null, null, true, new PermissionScope[0]);

    public static final Permission USE_ITEM =
            new Permission(GROUP, "UseItem", null, null, true, new PermissionScope[0]);

    public static final Permission VIEW = new Permission(GROUP, "View", null, null, true, new PermissionScope[0]);

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication) {
        return Fakes.credentials(type);
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> domainRequirements) {
        return Fakes.credentials(type);
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItemGroup(
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> domainRequirements,
            CredentialsMatcher matcher) {
        throw compileOnly();
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication authentication) {
        return Fakes.credentials(type);
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication authentication, List<DomainRequirement> domainRequirements) {
        return Fakes.credentials(type);
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItem(
            Class<C> type,
            Item item,
            Authentication authentication,
            List<DomainRequirement> domainRequirements,
            CredentialsMatcher matcher) {
        throw compileOnly();
    }

    public static <C extends Credentials> C snapshot(C credential) {
        throw compileOnly();
    }

    public static <C extends Credentials> C snapshot(Class<C> clazz, C credential) {
        throw compileOnly();
    }

    public static <C extends IdCredentials> C findCredentialByIdInItemGroup(
            String id,
            Class<C> type,
            ItemGroup<?> itemGroup,
            Authentication authentication,
            List<DomainRequirement> domainRequirements) {
        return CredentialsMatchers.firstOrNull(Fakes.credentials(type), CredentialsMatchers.withId(id));
    }

    public static <C extends IdCredentials> C findCredentialByIdInItem(
            String id,
            Class<C> type,
            Item item,
            Authentication authentication,
            List<DomainRequirement> domainRequirements) {
        return CredentialsMatchers.firstOrNull(Fakes.credentials(type), CredentialsMatchers.withId(id));
    }

    public static <C extends IdCredentials> C findCredentialById(String id, Class<C> type, Run<?, ?> run) {
        return CredentialsMatchers.firstOrNull(Fakes.credentials(type), CredentialsMatchers.withId(id));
    }

    public static <C extends IdCredentials> C findCredentialById(
            String id, Class<C> type, Run<?, ?> run, List<DomainRequirement> domainRequirements) {
        return CredentialsMatchers.firstOrNull(Fakes.credentials(type), CredentialsMatchers.withId(id));
    }

    public static <C extends Credentials> C track(Run build, C credentials) {
        return credentials;
    }

    public static <C extends Credentials> List<C> trackAll(Run build, C... credentials) {
        throw compileOnly();
    }

    public static <C extends Credentials> List<C> trackAll(Run build, List<C> credentials) {
        throw compileOnly();
    }

    public static <C extends Credentials> C track(Node node, C credentials) {
        return credentials;
    }

    public static <C extends Credentials> List<C> trackAll(Node node, C... credentials) {
        throw compileOnly();
    }

    public static <C extends Credentials> List<C> trackAll(Node node, List<C> credentials) {
        throw compileOnly();
    }

    public static <C extends Credentials> C track(Item item, C credentials) {
        return credentials;
    }

    public static <C extends Credentials> List<C> trackAll(Item item, C... credentials) {
        throw compileOnly();
    }

    public static <C extends Credentials> List<C> trackAll(Item item, List<C> credentials) {
        throw compileOnly();
    }
}
