package io.cerebro.traffic.haproxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What {@code show stat} answered, by column name, since columns come and go between HAProxy's versions. */
public final class Stats {
    /** Of a HAProxy that does not run. */
    public static final Stats NONE = new Stats(List.of());

    private static final String HEADING = "# ";

    private final List<StatRow> rows;

    private Stats(List<StatRow> rows) {
        this.rows = List.copyOf(rows);
    }

    public static Stats parse(String csv) {
        List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.get(0).startsWith(HEADING + "pxname,svname,")) {
            throw new IllegalArgumentException("not the answer to HAProxy's 'show stat': "
                    + csv.lines().findFirst().orElse("nothing"));
        }
        List<String> names = fields(lines.get(0).substring(HEADING.length()));
        return new Stats(
                lines.stream().skip(1).map(line -> row(names, fields(line))).toList());
    }

    public List<StatRow> rows() {
        return rows;
    }

    /** The servers of a backend, backups included, in the order of the configuration. */
    public List<StatRow> servers(String backend) {
        return rows.stream()
                .filter(row -> row.isServer() && row.proxy().equals(backend))
                .toList();
    }

    /** With another name for one proxy. */
    public Stats renamed(String proxy, String name) {
        return new Stats(rows.stream()
                .map(row -> row.proxy().equals(proxy) ? row.of(name) : row)
                .toList());
    }

    public Stats without(Predicate<StatRow> which) {
        return new Stats(rows.stream().filter(which.negate()).toList());
    }

    private static StatRow row(List<String> names, List<String> values) {
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            columns.put(names.get(i), values.get(i));
        }
        return new StatRow(columns);
    }

    /** HAProxy quotes what holds a comma or a quote, as RFC 4180 has it. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (!quoted && i > 0 && line.charAt(i - 1) == '"') {
                    field.append(c);
                }
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
