package org.basin.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Names of runs: the time, so that they sort, and a few digits that tell two of one second apart.
 */
final class RunIds {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  private RunIds() {}

  static String next() {
    return TIME.format(Instant.now()) + "-" + UUID.randomUUID().toString().substring(0, 6);
  }
}
