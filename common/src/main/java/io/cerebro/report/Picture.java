package io.cerebro.report;

import java.time.Instant;
import java.util.Optional;

/**
 * A release as an SVG: its stages, the canary's share, and what canary and stable failed to answer, and the
 * gate's evidence, over time.
 *
 * <p>It has attributes only, no style and no script: Jenkins's Content-Security-Policy lets neither through.
 */
public final class Picture {
    private static final double WIDTH = 760;

    private final ReleaseReport report;
    private final TimeAxis time;
    private final Stages stages;

    private Picture(ReleaseReport report, Instant now) {
        this.report = report;
        this.time = TimeAxis.of(
                report.subject().startedAt(), report.course().endedAt().orElse(now));
        this.stages = new Stages(report.course(), time);
    }

    /** @param now where the picture of a release ends that is still under way */
    public static String of(ReleaseReport report, Instant now) {
        return markup(report, now).toString();
    }

    static Markup markup(ReleaseReport report, Instant now) {
        return new Picture(report, now).svg();
    }

    private Markup svg() {
        boolean watched = !report.course().traffic().samples().isEmpty();
        return watched ? withPanels() : framed(new Markup(), stages.height() + 8);
    }

    private Markup withPanels() {
        Traffic traffic = report.course().traffic();
        SharePanel share = new SharePanel(traffic, time, stages.height());
        RatePanel rate = new RatePanel(traffic, time, stages.height() + SharePanel.HEIGHT);
        Optional<EvidencePanel> evidence =
                EvidencePanel.of(traffic, time, stages.height() + SharePanel.HEIGHT + RatePanel.HEIGHT);
        Markup panels = new Markup();
        share.draw(panels);
        rate.draw(panels);
        evidence.ifPresent(panel -> panel.draw(panels));
        report.course().failedAt().ifPresent(at -> {
            failure(panels, time.x(at), share.scale());
            bar(panels, time.x(at), rate.scale());
            evidence.ifPresent(panel -> bar(panels, time.x(at), panel.scale()));
        });
        Scale lowest = evidence.map(EvidencePanel::scale).orElseGet(rate::scale);
        return framed(panels, lowest.bottom() + 8);
    }

    private static void failure(Markup svg, double x, Scale scale) {
        boolean late = x > WIDTH - 100;
        bar(svg, x, scale);
        svg.add("""
                <path d="M%s %s l10 10 m0 -10 l-10 10" fill="none" stroke="#e5484d" stroke-width="2.5"/>
                <text x="%s" y="%s" text-anchor="%s" font-weight="bold">gate failed</text>
                """, x - 5, scale.y() - 5, late ? x - 9 : x + 9, scale.y() + 12, late ? "end" : "start");
    }

    private static void bar(Markup svg, double x, Scale scale) {
        svg.add("<path d=\"M%s %s V%s\" stroke=\"#e5484d\" stroke-width=\"2.5\"/>\n", x, scale.y(), scale.bottom());
    }

    private Markup framed(Markup panels, double bottom) {
        double height = bottom + 38;
        Markup svg = new Markup();
        svg.add("""
                <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%s" height="%s" viewBox="0 0 %s %s" \
                font-family="sans-serif" font-size="11" fill="currentColor">
                <title>%s</title>
                <desc>%s</desc>
                """, WIDTH, height, WIDTH, height, report.title(), words());
        stages.draw(svg, bottom);
        svg.add("%s", panels);
        time.draw(svg, bottom);
        return svg.add("</svg>\n");
    }

    private String words() {
        Traffic traffic = report.course().traffic();
        Optional<Instant> failed = report.course().failedAt();
        return "Stages: " + stages.words() + "."
                + (traffic.samples().isEmpty()
                        ? ""
                        : " " + RatePanel.words(Line.CANARY, traffic) + "; " + RatePanel.words(Line.STABLE, traffic)
                                + ".")
                + failed.map(at -> " The gate failed at " + Times.clock(at) + ".")
                        .orElse("");
    }
}
