package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what a wish for more or fewer instances means, before anything is sent: so that +2 is never added twice. */
record Sizing(Size size, Instant until, Optional<String> warning) implements Beginning {
    Sizing(Size size, Instant until) {
        this(size, until, Optional.empty());
    }

    @Override
    public Phase next(Release release, World world) {
        Seen seen = Seen.of(release, world);
        if (seen.stable().isEmpty()) {
            return Ended.failed("there is no " + release.service() + " to scale");
        }
        if (seen.canary().isPresent() && !size.duringRelease()) {
            return Ended.failed(seen.holder() + ", or ask for it during the release");
        }
        App stable = seen.stable().get();
        try {
            int wanted = size.from(stable.instances());
            int more = wanted - stable.instances();
            Optional<Capacity.Lack> lack =
                    more > 0 && warning.isEmpty() ? world.capacity().lack(stable.definition(), more) : Optional.empty();
            if (lack.isPresent()) {
                return lack.get().refused()
                        ? Ended.failed("there is not " + lack.get().says())
                        : new Sizing(size, until, Optional.of(lack.get().warning()));
            }
            return Resizing.begin(release, steps(seen, stable.instances(), wanted), world.now());
        } catch (IllegalArgumentException notAllowed) {
            return Ended.failed(String.valueOf(notAllowed.getMessage()));
        }
    }

    /** A canary that takes a share of more traffic grows with the service, and first. */
    private static List<Resizing.Step> steps(Seen seen, int before, int wanted) {
        AppId service = seen.release().service();
        List<Resizing.Step> steps = new ArrayList<>();
        seen.canary().ifPresent(canary -> {
            int share =
                    before == 0 ? canary.instances() : (int) Math.ceil((double) canary.instances() * wanted / before);
            if (wanted > before) {
                steps.add(new Resizing.Step(canary.id(), canary.instances(), share));
            }
        });
        steps.add(new Resizing.Step(service, before, wanted));
        return steps;
    }

    @Override
    public String says() {
        return "looking at how many there are"
                + warning.map(lack -> "; " + lack).orElse("");
    }
}
