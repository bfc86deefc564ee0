package io.cerebro.mesos;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.document.Amounts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Who holds what of a cluster: Hadoop, Chronos, Marathon.
 *
 * @param all who hold something, those with the most cpus first; frameworks of one name are one
 */
public record Shares(List<Share> all) {
    /** So many are named; the others are put together. */
    private static final int NAMED = 5;

    /**
     * What a framework's tasks and executors hold.
     *
     * @param mem in megabytes
     */
    public record Share(String framework, double cpus, double mem) {
        Share and(Share other) {
            return new Share(framework, cpus + other.cpus, mem + other.mem);
        }

        private String held() {
            return amount(cpus) + " cpus and " + amount(mem) + " MB";
        }
    }

    public Shares {
        all = List.copyOf(all);
    }

    /** Of the master's {@code /state-summary}, which names no task. */
    static Shares of(JsonNode summary) {
        Map<String, Share> byName = new TreeMap<>();
        for (JsonNode framework : summary.path("frameworks")) {
            JsonNode used = framework.path("used_resources");
            Share share = new Share(
                    name(framework),
                    used.path("cpus").asDouble(),
                    used.path("mem").asDouble());
            if (share.cpus() > 0 || share.mem() > 0) {
                byName.merge(share.framework(), share, Share::and);
            }
        }
        return new Shares(byName.values().stream()
                .sorted(comparingDouble(Share::cpus)
                        .thenComparingDouble(Share::mem)
                        .reversed())
                .toList());
    }

    /** What a framework calls itself, in one line. */
    private static String name(JsonNode framework) {
        String name = framework
                .path("name")
                .asText()
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return name.isEmpty() ? framework.path("id").asText() : name;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** {@code hadoop has 40 cpus and 6000 MB, marathon 12 cpus and 1000 MB}. */
    @Override
    public String toString() {
        String named = IntStream.range(0, Math.min(NAMED, all.size()))
                .mapToObj(i -> all.get(i).framework()
                        + (i == 0 ? " has " : " ")
                        + all.get(i).held())
                .collect(joining(", "));
        return all.stream()
                .skip(NAMED)
                .reduce(Share::and)
                .map(rest -> named + ", " + (all.size() - NAMED) + " others " + rest.held())
                .orElse(named);
    }

    private static String amount(double number) {
        return Amounts.text(Math.round(number * 100) / 100.0);
    }
}
