package org.basin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.RunJob;
import org.basin.engine.storage.EngineSettings;
import org.basin.testing.LawOneSweep;
import org.basin.testing.ProbeJar;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;

/**
 * {@link LawOneSweep} as one JVM trains it on a disk. Its faults have happened already, so none
 * comes again.
 *
 * @param folder the folder of all
 * @param sweep the sweep file
 * @param probes the jar with the probe of the sweep
 */
record LocalLawOne(Path folder, Path sweep, Path probes) {

  private static final Set<String> FREE = Set.of("seconds", "attempt", "host");
  private static final SparkSession SPARK = SharedSpark.session();

  /** Trains the sweep, and builds the launcher. */
  static LocalLawOne in(Path folder) throws IOException, InterruptedException {
    Path sweep = LawOneSweep.write(folder, List.of(0, 1, 2, 3), "halt");
    Files.createFile(LawOneSweep.marker(folder));
    new RunJob(SPARK, EngineSettings.load())
        .run(LawOneSweep.read(sweep, 64), folder.resolve("local").toString());
    Path probes = ProbeJar.write(folder.resolve("probes.jar"));
    Launched.basin(folder, "--help");
    return new LocalLawOne(folder, sweep, probes);
  }

  /** The number of its trials. */
  long trials() {
    return SPARK.read().parquet(folder.resolve("local/law-one/trials").toString()).count();
  }

  /** Asserts that the tables of another output have the bits of this one. */
  void assertSame(String output) throws IOException {
    for (String table : List.of("trials", "observations")) {
      TableBits local =
          TableBits.read(SPARK, folder.resolve("local"), LawOneSweep.NAME, table, FREE);
      TableBits.read(SPARK, output, LawOneSweep.NAME, table, FREE).isSameAs(local, output);
    }
  }
}
