package org.basin.cli.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Writes times, with their zone. */
public final class TimeText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private TimeText() {}

  /** Returns a time to the second, such as {@code 2026-11-28 21:36:10 UTC}. */
  public static String of(Instant time) {
    return TIME.format(time);
  }

  /** Says when tables were published, for a sentence that ends so. */
  public static String published(Optional<Instant> time) {
    return "published " + time.map(TimeText::of).orElse("by an earlier version");
  }
}
