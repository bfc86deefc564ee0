package io.cerebro.local.marathon;

import io.cerebro.local.haproxy.Rotation;
import io.cerebro.local.task.Checks;
import io.cerebro.local.task.Runner;
import java.util.concurrent.Executor;

/**
 * What the core lets others do.
 *
 * @param kills where a kill waits for the instance to have left the rotation
 */
record Seams(Runner runner, Checks checks, Rotation rotation, Executor kills) {}
