package io.cerebro.local.marathon;

import io.cerebro.marathon.AppId;
import java.util.SortedMap;

/**
 * What somebody wants.
 *
 * @param wanted all apps, as they are to be
 * @param force cancels deployments that are in the way
 */
record Change(SortedMap<AppId, Spec> wanted, boolean force) {}
