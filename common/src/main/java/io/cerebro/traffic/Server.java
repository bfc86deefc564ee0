package io.cerebro.traffic;

/**
 * A server in a backend.
 *
 * @param up whether it gets traffic: status UP, or without checks, and neither drained nor in maintenance
 * @param sessions under way ({@code scur})
 */
public record Server(String name, Address address, boolean up, int sessions) {}
