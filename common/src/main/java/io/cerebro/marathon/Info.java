package io.cerebro.marathon;

import java.util.Optional;

/** {@code GET /v2/info}: which Marathon, and who leads. */
public record Info(String name, String version, Optional<String> leader) {}
