package io.jenkins.plugins.cerebro.page;

import io.cerebro.report.Course;
import io.cerebro.report.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A stage of a release, behind or under way. */
@ExportedBean(defaultVisibility = 3)
public final class StageView {
    private final String stage;
    private final Instant began;
    private final @Nullable Instant ended;
    private final String saw;

    private StageView(String stage, Instant began, @Nullable Instant ended, String saw) {
        this.stage = stage;
        this.began = began;
        this.ended = ended;
        this.saw = saw;
    }

    static List<StageView> all(Course course) {
        List<StageView> all = new ArrayList<>();
        course.laps().forEach(lap -> all.add(new StageView(lap.stage(), lap.began(), lap.ended(), lap.saw())));
        course.underWay().ifPresent(now -> all.add(new StageView(now.stage(), now.began(), null, now.says())));
        return all;
    }

    @Exported
    public String getStage() {
        return stage;
    }

    @Exported
    public String getBegan() {
        return began.toString();
    }

    /** Null while it is under way. */
    @Exported
    public @Nullable String getEnded() {
        return ended == null ? null : ended.toString();
    }

    /** What was seen last. */
    @Exported
    public String getSaw() {
        return saw;
    }

    /** In UTC, as the picture has it. */
    public String getClock() {
        return Times.clock(began);
    }

    public String getTook() {
        return ended == null ? Times.between(began, Instant.now()) + " so far" : Times.between(began, ended);
    }
}
