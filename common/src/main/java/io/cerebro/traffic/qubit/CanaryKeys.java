package io.cerebro.traffic.qubit;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Share;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of a service's configuration in Bamboo that are Cerebro's, as our template reads them. */
record CanaryKeys(String canaryHeader) {
    static final String HEADER = "CanaryHeader";
    static final String VALUE = "CanaryValue";
    static final String SHARE = "CanaryShare";

    /** All other keys stay as they are. Off has no keys. */
    Map<String, String> in(Map<String, String> config, AppId service, Share share) {
        Map<String, String> changed = new TreeMap<>(config);
        changed.keySet().removeAll(List.of(HEADER, VALUE, SHARE));
        if (share.byHeader()) {
            changed.put(HEADER, canaryHeader);
            changed.put(VALUE, service.name());
        }
        if (share.basisPoints() > 0) {
            changed.put(SHARE, Integer.toString(share.basisPoints()));
        }
        return changed;
    }
}
