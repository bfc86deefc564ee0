package io.cerebro.traffic.haproxy;

import io.cerebro.traffic.Address;
import io.cerebro.traffic.Server;
import java.util.HashMap;
import java.util.Map;

/** One row of HAProxy's {@code show stat}: a frontend, a backend or a server. */
public final class StatRow {
    private final Map<String, String> columns;

    StatRow(Map<String, String> columns) {
        this.columns = columns;
    }

    /** The same as of another proxy. */
    StatRow of(String proxy) {
        Map<String, String> renamed = new HashMap<>(columns);
        renamed.put("pxname", proxy);
        return new StatRow(renamed);
    }

    /** {@code be_orders}. */
    public String proxy() {
        return text("pxname");
    }

    /** {@code s1}, or {@code FRONTEND} or {@code BACKEND}. */
    public String name() {
        return text("svname");
    }

    public boolean isFrontend() {
        return text("type").equals("0");
    }

    public boolean isBackend() {
        return text("type").equals("1");
    }

    public boolean isServer() {
        return text("type").equals("2");
    }

    /** Whether this server stands by for when the others are down. */
    public boolean isBackup() {
        return number("bck") > 0;
    }

    /** {@code UP}, {@code UP 1/2}, {@code DOWN}, {@code DRAIN}, {@code MAINT}, {@code MAINT (via be_orders/s1)}, {@code no check}. */
    public String status() {
        return text("status");
    }

    /** Whether it gets traffic. */
    public boolean up() {
        return status().startsWith("UP") || status().equals("no check");
    }

    boolean drained() {
        return status().startsWith("DRAIN");
    }

    public boolean inMaintenance() {
        return status().startsWith("MAINT");
    }

    public int sessions() {
        return (int) number("scur");
    }

    public Address address() {
        String address = text("addr");
        int colon = address.lastIndexOf(':');
        if (colon < 0) {
            return new Address(address, 0);
        }
        return new Address(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    public Server server() {
        return new Server(name(), address(), up(), sessions());
    }

    /** A column that counts; 0 where HAProxy leaves it empty. */
    long number(String column) {
        String value = text(column);
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    private String text(String column) {
        return columns.getOrDefault(column, "");
    }
}
