package org.basin.engine.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes times on the page, with their zone. */
public final class ReportTime {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private ReportTime() {}

  /** Returns a time to the second. */
  public static String of(Instant time) {
    return TIME.format(time);
  }
}
