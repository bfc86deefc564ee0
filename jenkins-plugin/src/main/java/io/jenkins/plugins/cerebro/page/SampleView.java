package io.jenkins.plugins.cerebro.page;

import io.cerebro.report.Sample;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What canary and stable answered in a short time, as data. */
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
}
