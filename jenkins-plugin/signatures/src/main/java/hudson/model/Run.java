package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Calendar;
import java.util.List;
import jenkins.model.ArtifactManager;
import jenkins.util.io.OnMaster;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;

public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint,
                Comparable<RunT>,
                AccessControlled,
                PersistenceRoot,
                DescriptorByNameOwner,
                OnMaster,
                StaplerProxy {
    protected Run(JobT job) throws IOException {
        this(job, System.currentTimeMillis());
    }

    protected Run(JobT job, Calendar timestamp) {
        this(job, timestamp.getTimeInMillis());
    }

    protected Run(JobT job, long timestamp) {}

    protected Run(JobT project, File buildDir) throws IOException {}

    public int compareTo(RunT that) {
        throw compileOnly();
    }

    public Result getResult() {
        throw compileOnly();
    }

    public void setResult(Result r) {
        throw compileOnly();
    }

    public boolean isBuilding() {
        throw compileOnly();
    }

    public boolean isLogUpdated() {
        throw compileOnly();
    }

    public Executor getExecutor() {
        throw compileOnly();
    }

    public List<Cause> getCauses() {
        throw compileOnly();
    }

    public <T extends Cause> T getCause(Class<T> type) {
        throw compileOnly();
    }

    public JobT getParent() {
        throw compileOnly();
    }

    public Calendar getTimestamp() {
        throw compileOnly();
    }

    public final long getTimeInMillis() {
        throw compileOnly();
    }

    public final long getStartTimeInMillis() {
        throw compileOnly();
    }

    public String getDescription() {
        throw compileOnly();
    }

    public long getDuration() {
        throw compileOnly();
    }

    public boolean hasntStartedYet() {
        throw compileOnly();
    }

    public String getFullDisplayName() {
        throw compileOnly();
    }

    public String getDisplayName() {
        throw compileOnly();
    }

    public void setDisplayName(String value) throws IOException {
        throw compileOnly();
    }

    public int getNumber() {
        throw compileOnly();
    }

    public RunT getPreviousBuild() {
        throw compileOnly();
    }

    public final RunT getPreviousCompletedBuild() {
        throw compileOnly();
    }

    public RunT getPreviousSuccessfulBuild() {
        throw compileOnly();
    }

    public RunT getNextBuild() {
        throw compileOnly();
    }

    public String getUrl() {
        throw compileOnly();
    }

    public String getId() {
        throw compileOnly();
    }

    public File getRootDir() {
        throw compileOnly();
    }

    public final ArtifactManager getArtifactManager() {
        throw compileOnly();
    }

    public final ArtifactManager pickArtifactManager() throws IOException {
        throw compileOnly();
    }

    public InputStream getLogInputStream() throws IOException {
        throw compileOnly();
    }

    public Reader getLogReader() throws IOException {
        throw compileOnly();
    }

    public ACL getACL() {
        throw compileOnly();
    }

    public void save() throws IOException {
        throw compileOnly();
    }

    public List<String> getLog(int maxLines) throws IOException {
        throw compileOnly();
    }

    public void setDescription(String description) throws IOException {
        throw compileOnly();
    }

    public EnvVars getEnvironment(TaskListener listener) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public final EnvVars getCharacteristicEnvVars() {
        throw compileOnly();
    }

    public String getExternalizableId() {
        throw compileOnly();
    }

    public static Run<?, ?> fromExternalizableId(String id) throws IllegalArgumentException, AccessDeniedException {
        throw compileOnly();
    }

    public long getEstimatedDuration() {
        throw compileOnly();
    }

    public static final PermissionGroup PERMISSIONS = new PermissionGroup("Run", Run.class, null);

    public static final Permission DELETE =
            new Permission(PERMISSIONS, "Delete", null, null, true, new PermissionScope[0]);

    public static final Permission UPDATE =
            new Permission(PERMISSIONS, "Update", null, null, true, new PermissionScope[0]);

    public static final Permission ARTIFACTS =
            new Permission(PERMISSIONS, "Artifacts", null, null, true, new PermissionScope[0]);
}
