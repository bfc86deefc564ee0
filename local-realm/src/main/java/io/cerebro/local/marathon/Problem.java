package io.cerebro.local.marathon;

/** One thing wrong with a definition, at a path as Marathon writes it: {@code /healthChecks(0)/protocol}. */
record Problem(String path, String error) {}
