package org.basin.config;

/**
 * A variant that a sweep file holds: a part of a section {@code sweep} that {@code --variant} lays
 * over the file's own, as HOCON merges sections.
 *
 * @param name by which it is chosen: at most 50 letters, digits, {@code _} or {@code -}
 * @param says what it changes and how long it takes, in words
 */
public record Variant(String name, String says) {}
