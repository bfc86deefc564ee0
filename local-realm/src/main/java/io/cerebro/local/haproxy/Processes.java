package io.cerebro.local.haproxy;

import io.cerebro.http.Unreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What HAProxy's master says of its processes ({@code show proc}).
 *
 * @param worker that serves
 * @param leaving workers from before a reload that finish their last requests
 * @param failedReloads in a row
 */
record Processes(long master, int reloads, int failedReloads, long worker, List<Long> leaving) {
    private static final Pattern ROW =
            Pattern.compile("(\\d+)\\s+(master|worker)\\s+(\\d+)(?:\\s+\\[failed: (\\d+)])?.*");

    Processes {
        leaving = List.copyOf(leaving);
    }

    static Processes parse(String showProc) {
        long master = 0;
        int reloads = 0;
        int failed = 0;
        List<Long> workers = new ArrayList<>();
        for (String line : showProc.lines().toList()) {
            Matcher row = ROW.matcher(line.strip());
            if (!row.matches()) {
                continue;
            }
            long pid = Long.parseLong(row.group(1));
            if (row.group(2).equals("worker")) {
                workers.add(pid);
            } else {
                master = pid;
                reloads = Integer.parseInt(row.group(3));
                failed = row.group(4) == null ? 0 : Integer.parseInt(row.group(4));
            }
        }
        if (master == 0 || workers.isEmpty()) {
            throw new Unreachable("tried to find HAProxy's worker but its master shows none: " + showProc.strip());
        }
        return new Processes(master, reloads, failed, workers.get(0), workers.subList(1, workers.size()));
    }
}
