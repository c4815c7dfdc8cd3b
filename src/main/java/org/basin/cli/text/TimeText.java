package org.basin.cli.text;

import java.time.Instant;
import java.util.Optional;
import org.basin.engine.report.ReportTime;

/** Writes times, with their zone. */
public final class TimeText {

  private TimeText() {}

  /** Says when tables were published, for a sentence that ends so. */
  public static String published(Optional<Instant> time) {
    return "published " + time.map(ReportTime::of).orElse("by an earlier version");
  }
}
