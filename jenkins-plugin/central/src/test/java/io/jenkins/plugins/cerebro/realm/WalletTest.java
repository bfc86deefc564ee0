package io.jenkins.plugins.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import io.cerebro.signatures.Fakes;
import io.jenkins.plugins.cerebro.Granted;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;

class WalletTest {
    private final StandardCredentials credentials = mock(StandardCredentials.class);
    private final MockedStatic<CredentialsProvider> provider = mockStatic(CredentialsProvider.class);

    @AfterEach
    void close() {
        provider.close();
        Fakes.reset();
    }

    @Test
    void ofABuildHasWhatThatBuildMayUseAndKeepsTrackOfIt() {
        Job<?, ?> job = mock(Job.class);
        when(job.getFullName()).thenReturn("shop/orders");
        Run<?, ?> build = mock(Run.class);
        doReturn(job).when(build).getParent();
        provider.when(() -> CredentialsProvider.findCredentialById("m", StandardCredentials.class, build, List.of()))
                .thenReturn(credentials);

        Wallet wallet = Wallet.of(build);

        assertThat(wallet.find("m", "http://m1:8080")).contains(credentials);
        assertThat(wallet.find("other", "http://m1:8080")).isEmpty();
        assertThat(wallet.owner()).isEqualTo("shop/orders");
        provider.verify(() -> CredentialsProvider.track(build, credentials));
    }

    @Test
    void ofJenkinsHasItsOwn() {
        Jenkins jenkins = Granted.permissions();
        provider.when(() -> CredentialsProvider.findCredentialByIdInItemGroup(
                        "m", StandardCredentials.class, jenkins, ACL.SYSTEM2, List.of()))
                .thenReturn(credentials);

        assertThat(Wallet.ofJenkins().find("m", "http://m1:8080")).contains(credentials);
        assertThat(Wallet.ofJenkins().owner()).isEqualTo("Jenkins itself");
    }
}
