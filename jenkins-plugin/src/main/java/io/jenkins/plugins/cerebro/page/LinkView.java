package io.jenkins.plugins.cerebro.page;

import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Where to read more. */
@ExportedBean(defaultVisibility = 3)
public final class LinkView {
    private final String label;
    private final String url;

    LinkView(String label, String url) {
        this.label = label;
        this.url = url;
    }

    @Exported
    public String getLabel() {
        return label;
    }

    @Exported
    public String getUrl() {
        return url;
    }
}
