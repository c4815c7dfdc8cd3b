package org.basin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basin.config.SweepReader;
import org.basin.engine.SweepFolder;
import org.basin.plan.Claim;
import org.basin.plan.Sweep;

/** A sweep as its last run recorded it. */
final class RecordedSweep {
  private RecordedSweep() {}

  /**
   * Reads the sweep back.
   *
   * @throws org.basin.config.ConfigException if this version of Basin no longer understands it
   */
  static Sweep read(SweepFolder folder) {
    try {
      Path file = Files.createTempFile("basin-" + folder.sweep() + "-", ".conf");
      try {
        Files.writeString(file, folder.configuration());
        // Its folder's name, should that have been changed since: what is shown is of that folder.
        String name = "name=\"" + folder.sweep() + "\"";
        return withoutPlaces(
            SweepReader.ofRecorded().readPlanned(file, List.of(name), folder.provenance()));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file is gone by the time a claim turns out to be wrong. */
  private static Sweep withoutPlaces(Sweep sweep) {
    return sweep.withClaims(
        sweep.claims().stream()
            .map(c -> new Claim(c.name(), c.says(), c.source(), c.sql(), c.control(), ""))
            .toList());
  }
}
