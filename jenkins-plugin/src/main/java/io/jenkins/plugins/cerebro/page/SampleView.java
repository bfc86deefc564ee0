package io.jenkins.plugins.cerebro.page;

import io.cerebro.gate.Reading;
import io.cerebro.gate.Verdict;
import io.cerebro.report.Sample;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What canary and stable answered in a short time, and what the gate made of it, as data. */
@ExportedBean(defaultVisibility = 3)
public final class SampleView {
    private final Sample sample;

    SampleView(Sample sample) {
        this.sample = sample;
    }

    @Exported
    public String getTime() {
        return sample.at().toString();
    }

    /** Of all traffic. */
    @Exported
    public double getSharePercent() {
        return sample.basisPoints() / 100.0;
    }

    @Exported
    public long getStableRequests() {
        return sample.stable().requests();
    }

    @Exported
    public long getStableErrors() {
        return sample.stable().errors();
    }

    @Exported
    public long getCanaryRequests() {
        return sample.canary().requests();
    }

    @Exported
    public long getCanaryErrors() {
        return sample.canary().errors();
    }

    /** What the gate said at the end of it, such as {@code NOT ENOUGH DATA}; null where it was not asked. */
    @Exported
    public @Nullable String getVerdict() {
        return sample.verdict().map(Verdict.Kind::toString).orElse(null);
    }

    /** How much spoke against the canary: from 1 on, enough at {@link #getEvidenceNeeded}; null where the gate was not asked. */
    @Exported
    public @Nullable Double getEvidenceAgainst() {
        return sample.reading().map(Reading::against).orElse(null);
    }

    /** How much spoke for it: enough at {@link #getEvidenceNeededToPass}. */
    @Exported
    public @Nullable Double getEvidenceFor() {
        return sample.reading().map(Reading::fine).orElse(null);
    }

    /** What speaks against it has to reach. */
    @Exported
    public @Nullable Double getEvidenceNeeded() {
        return sample.reading().map(Reading::failLine).orElse(null);
    }

    /** What speaks for it has to reach. */
    @Exported
    public @Nullable Double getEvidenceNeededToPass() {
        return sample.reading().map(Reading::passLine).orElse(null);
    }
}
