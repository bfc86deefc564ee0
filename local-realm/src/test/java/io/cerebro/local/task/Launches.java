package io.cerebro.local.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.marathon.AppDefinition;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Launches for tests. */
final class Launches {
    static final String HOST = "127.0.0.21";
    static final Instant VERSION = Instant.parse("2026-11-23T00:43:22.706Z");

    private Launches() {}

    static Launch launch(String taskId, String definition, Integer... ports) {
        try {
            AppDefinition app = AppDefinition.of(new ObjectMapper().readTree(definition));
            List<Integer> numbers = Arrays.asList(ports);
            return new Launch(taskId, app, HOST, numbers, VERSION);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
