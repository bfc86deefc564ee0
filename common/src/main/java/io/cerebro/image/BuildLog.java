package io.cerebro.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads along with {@code docker build}, the classic builder's output and BuildKit's plain one, to know the failing step. */
final class BuildLog implements Consumer<String> {
    private static final int TAIL = 20;
    private static final Pattern CLASSIC_STEP = Pattern.compile("Step (\\d+/\\d+) : (.*)");
    private static final Pattern CLASSIC_NOISE = Pattern.compile(" ---> .*|Removing intermediate container .*");
    private static final Pattern CLASSIC_IMAGE = Pattern.compile("Successfully built ([0-9a-f]{12,64})");
    private static final Pattern KIT_STEP = Pattern.compile("#(\\d+) \\[(?:(\\S+) )?(\\d+/\\d+)\\] (.*)");
    private static final Pattern KIT_OUTPUT = Pattern.compile("#(\\d+) \\d+\\.\\d+ (.*)");
    private static final Pattern KIT_ERROR = Pattern.compile("#(\\d+) ERROR: (.*)");
    private static final Pattern KIT_IMAGE = Pattern.compile(
            "#\\d+ (?:writing image|exporting manifest|exporting manifest list) (sha256:[0-9a-f]{64}).*");

    private final Deque<String> tail = new ArrayDeque<>();
    private final Map<String, BuildStep> kitSteps = new HashMap<>();
    private @Nullable BuildStep classicStep;
    private Optional<String> imageId = Optional.empty();

    @Override
    public void accept(String line) {
        if (!classic(line) && !buildKit(line)) {
            remember(line);
        }
    }

    /** Docker's own words, and in the classic builder those of the step under way. */
    private void remember(String line) {
        tail.addLast(line);
        if (tail.size() > TAIL) {
            tail.removeFirst();
        }
    }

    private boolean classic(String line) {
        Matcher step = CLASSIC_STEP.matcher(line);
        if (step.matches()) {
            classicStep = new BuildStep(step.group(1), step.group(2));
            tail.clear();
            return true;
        }
        match(CLASSIC_IMAGE, line).ifPresent(id -> {
            imageId = Optional.of(id);
            classicStep = null;
        });
        if (classicStep != null && !CLASSIC_NOISE.matcher(line).matches()) {
            classicStep.print(line);
        }
        return false;
    }

    private boolean buildKit(String line) {
        match(KIT_IMAGE, line).ifPresent(id -> imageId = Optional.of(id));
        Matcher step = KIT_STEP.matcher(line);
        if (step.matches()) {
            String position = step.group(2) == null ? step.group(3) : step.group(3) + " of stage " + step.group(2);
            kitSteps.putIfAbsent(step.group(1), new BuildStep(position, step.group(4)));
            return true;
        }
        Matcher output = KIT_OUTPUT.matcher(line);
        if (output.matches()) {
            Optional.ofNullable(kitSteps.get(output.group(1))).ifPresent(found -> found.print(output.group(2)));
            return true;
        }
        Matcher error = KIT_ERROR.matcher(line);
        if (error.matches()) {
            Optional.ofNullable(kitSteps.get(error.group(1))).ifPresent(found -> found.fail(error.group(2)));
        }
        return false;
    }

    private static Optional<String> match(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    Optional<String> imageId() {
        return imageId;
    }

    /** The step of the Dockerfile that ended the build; empty when the build came to no step, or to no base image. */
    Optional<BuildStep> failedStep() {
        if (classicStep != null) {
            classicStep.failWithLastLine();
        }
        return Optional.ofNullable(classicStep)
                .or(() -> kitSteps.values().stream().filter(BuildStep::failed).findFirst())
                .filter(step -> step.failed() && !step.base());
    }

    List<String> tail() {
        return new ArrayList<>(tail);
    }
}
