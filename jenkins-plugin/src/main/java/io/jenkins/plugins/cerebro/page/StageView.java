package io.jenkins.plugins.cerebro.page;

import io.cerebro.report.Course;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A stage of a release, behind or under way. */
@ExportedBean(defaultVisibility = 3)
public final class StageView {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

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

    /** In the controller's own zone, as the log has it. */
    public String getClock() {
        return CLOCK.format(began.atZone(ZoneId.systemDefault()));
    }

    public String getTook() {
        long seconds =
                Duration.between(began, ended == null ? Instant.now() : ended).toSeconds();
        String took = seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
        return ended == null ? took + " so far" : took;
    }
}
