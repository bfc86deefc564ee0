package io.cerebro.local.marathon;

/** The host ports that tasks may get. */
public record PortRange(int first, int last) {
    public PortRange {
        if (first < 1 || last > 65535 || first > last) {
            throw new IllegalArgumentException(
                    "'" + first + "-" + last + "' is no range of ports: it must be like 31000-32000");
        }
    }

    int size() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
