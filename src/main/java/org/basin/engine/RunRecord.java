package org.basin.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.config.Sweep;
import org.basin.plan.Provenance;
import org.basin.plan.Semantics;
import org.basin.tables.SweepTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run's row of {@code sweeps}, kept as one line of JSON in the work folder from the run's start,
 * so that a run that was killed has left its row too.
 */
final class RunRecord {

  private static final Logger LOG = LoggerFactory.getLogger(RunRecord.class);

  private final SweepFolder folder;
  private final String runId;
  private final Map<String, Object> values = new TreeMap<>();

  private RunRecord(SweepFolder folder, String runId) {
    this.folder = folder;
    this.runId = runId;
  }

  /** Records a run that starts now. */
  static RunRecord start(
      SweepFolder folder, String runId, Sweep sweep, SparkSession spark, Work work) {
    RunRecord run = new RunRecord(folder, runId);
    Build build = Build.OWN;
    run.values.put("run_id", runId);
    run.values.put("sweep", sweep.name());
    run.values.put("start", Instant.now().toString());
    run.values.put("configuration", sweep.resolved());
    run.values.put("configuration_hash", sha256(sweep.resolved()));
    RecordedProvenance.put(sweep.grid().provenance(), run.values);
    run.values.put("version", build.version());
    run.values.put("commit", build.commit());
    run.values.put("schema_version", SweepTable.VERSION);
    run.values.put("semantics_version", Semantics.VERSION);
    run.values.put("spark", spark.version());
    run.values.put("master", spark.sparkContext().master());
    run.values.put("driver", Machine.describe());
    run.values.put("committed_before", work.committed());
    run.write();
    return run;
  }

  /** Completes the record with how the run ended. */
  void end(long planned, long trained, Tally tally, List<String> failures) {
    values.put("end", Instant.now().toString());
    values.put("planned", planned);
    values.put("trained", trained);
    values.put("machines", List.copyOf(tally.machines()));
    values.put("gigaflops", tally.gigaflops());
    values.put("failures", failures);
    write();
  }

  private void write() {
    folder.write(
        folder.run(runId),
        ConfigFactory.parseMap(values).root().render(ConfigRenderOptions.concise()) + "\n");
  }

  /** All records, as the table {@code sweeps}. */
  static Dataset<Row> table(SparkSession spark, SweepFolder folder) {
    String[] paths =
        folder.runs().stream().map(run -> folder.run(run).toString()).toArray(String[]::new);
    // A record cut short by a kill while it was written reads as a row of nulls.
    return spark.read().schema(SweepTable.SCHEMA).json(paths).filter("run_id IS NOT NULL");
  }

  /**
   * The resolved configuration of the folder's last run, as HOCON.
   *
   * @throws EngineException if nothing was run here
   */
  static String configuration(SweepFolder folder) {
    return last(folder)
        .orElseThrow(() -> new EngineException("nothing was run in " + folder.root()))
        .getString("configuration");
  }

  /**
   * What the trials of the folder's last run depended on besides their settings; {@link
   * Provenance#NONE} if it did not record that.
   */
  static Provenance provenance(SweepFolder folder) {
    return last(folder).map(RecordedProvenance::of).orElse(Provenance.NONE);
  }

  private static Optional<Config> last(SweepFolder folder) {
    List<String> runs = folder.runs();
    for (int i = runs.size() - 1; i >= 0; i--) {
      try {
        Config run = ConfigFactory.parseString(folder.read(folder.run(runs.get(i))));
        run.getString("configuration");
        return Optional.of(run);
      } catch (ConfigException e) {
        LOG.warn("run {} left no readable record", runs.get(i));
      }
    }
    return Optional.empty();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
