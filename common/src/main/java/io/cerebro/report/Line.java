package io.cerebro.report;

import io.cerebro.traffic.Counts;

/** How the two sides are drawn: apart by colour, by lightness and by dashes. */
enum Line {
    CANARY("canary", "#e0660d", "none", "3"),
    STABLE("stable", "#3987c9", "5 7", "2");

    private final String label;
    private final String colour;
    private final String dashes;
    private final String width;

    Line(String label, String colour, String dashes, String width) {
        this.label = label;
        this.colour = colour;
        this.dashes = dashes;
        this.width = width;
    }

    Counts of(Sample sample) {
        return this == CANARY ? sample.canary() : sample.stable();
    }

    Counts of(Traffic traffic) {
        return this == CANARY ? traffic.canary() : traffic.stable();
    }

    String colour() {
        return colour;
    }

    void draw(Markup svg, String path) {
        svg.add("""
                <path d="%s" fill="none" stroke="%s" stroke-width="%s" stroke-dasharray="%s" stroke-linecap="round"/>
                """, path, colour, width, dashes);
    }

    @Override
    public String toString() {
        return label;
    }
}
