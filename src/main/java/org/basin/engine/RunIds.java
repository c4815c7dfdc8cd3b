package org.basin.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the ids of runs. An id starts with the time, so that ids sort by time. A few random digits
 * distinguish runs that start within the same second.
 */
final class RunIds {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  private RunIds() {}

  /** The time with which an id starts; empty if it starts with none. */
  static Optional<Instant> time(String id) {
    try {
      return Optional.of(Instant.from(TIME.parse(id.split("-", 2)[0])));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static String next() {
    return TIME.format(Instant.now()) + "-" + UUID.randomUUID().toString().substring(0, 6);
  }
}
