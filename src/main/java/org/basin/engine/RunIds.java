package org.basin.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.basin.engine.storage.SweepFolder;

/**
 * Makes the ids of runs. An id starts with the time, so that ids sort by time. A few random digits
 * distinguish runs that start within the same second.
 */
public final class RunIds {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  private RunIds() {}

  /** The time with which an id starts; empty if it starts with none. */
  public static Optional<Instant> time(String id) {
    try {
      return Optional.of(Instant.from(TIME.parse(id.split("-", 2)[0])));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes the id of a run that sorts after those of all runs and publications in {@code folder},
   * even if the clock of an earlier one's machine was ahead. The caller must hold the lease.
   */
  public static String next(SweepFolder folder) {
    return next(folder, Instant.now());
  }

  /** Makes such an id at the time {@code now} by this machine's clock. */
  public static String next(SweepFolder folder, Instant now) {
    Instant last =
        Stream.concat(
                folder.runs().stream(),
                folder.list(folder.tables()).stream().map(each -> each.getPath().getName()))
            .flatMap(id -> time(id).stream())
            .max(Instant::compareTo)
            .orElse(Instant.MIN);
    return at(now.isAfter(last) ? now : last.plusMillis(1));
  }

  private static String at(Instant time) {
    return TIME.format(time) + "-" + UUID.randomUUID().toString().substring(0, 6);
  }
}
