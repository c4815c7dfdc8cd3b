package org.basin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.basin.config.SweepReader;
import org.basin.engine.RunRecord;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Claim;
import org.basin.plan.ImportedTrials;
import org.basin.plan.Sweep;

/** Reads a sweep as its last run recorded it. */
final class RecordedSweep {
  private RecordedSweep() {}

  /**
   * Reads the sweep.
   *
   * @throws org.basin.config.ConfigException if this version of Basin no longer understands the
   *     record
   */
  static Sweep read(SweepFolder folder) {
    try {
      Path file = Files.createTempFile("basin-" + folder.sweep() + "-", ".conf");
      try {
        Files.writeString(file, RunRecord.configuration(folder));
        // The folder may have been renamed since. The tables shown are those of the folder's name
        // now.
        String name = "name=\"" + folder.sweep() + "\"";
        Optional<ImportedTrials> imported = RunRecord.imported(folder);
        if (imported.isPresent()) {
          return withoutPlaces(
              SweepReader.ofRecorded()
                  .ofImported(file, folder.sweep(), List.of())
                  .read(imported.get()));
        }
        return withoutPlaces(
            SweepReader.ofRecorded()
                .readPlanned(file, "", List.of(name), RunRecord.provenance(folder)));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Removes the places of claims: the temporary file no longer exists when a claim is found wrong.
   */
  private static Sweep withoutPlaces(Sweep sweep) {
    return sweep.withClaims(
        sweep.claims().stream()
            .map(c -> new Claim(c.name(), c.says(), c.source(), c.sql(), c.control(), ""))
            .toList());
  }
}
