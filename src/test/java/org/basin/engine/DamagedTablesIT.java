package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.claim.ClaimVerdict;
import org.basin.engine.claim.Verification;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Claim;
import org.basin.plan.Sweep;
import org.basin.tables.SweepTable;
import org.basin.testing.Bits;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published tables that were damaged are named in one line and made anew. */
class DamagedTablesIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final Sweep SWEEP =
      DecayTrials.sweep("sound", 3, List.of(0.1))
          .withClaims(
              List.of(
                  new Claim(
                      "all",
                      "All.",
                      "",
                      "SELECT count(DISTINCT trial_id) = 6 AS holds FROM trials",
                      List.of(),
                      "")));

  @TempDir static Path output;
  @TempDir Path own;

  private final SqlJob sql = new SqlJob(SPARK, Jobs.settings());
  private final List<String> said = new ArrayList<>();

  @BeforeAll
  static void publish() {
    Jobs.run(SPARK, SWEEP, output.toString());
    new VerifyJob(SPARK, Jobs.settings()).verify(SWEEP, output.toString());
  }

  /** Returns a copy of the sweep's folder, which the test may damage. */
  private SweepFolder copy() throws IOException {
    Path root = own.resolve("sound");
    if (Files.exists(root)) {
      Files.move(root, own.resolve("before-" + System.nanoTime()));
    }
    Damage.copy(output.resolve("sound"), root);
    return SweepFolder.of(new Configuration(), own.toString(), "sound");
  }

  private Path file(String table) throws IOException {
    return Damage.files(own.resolve("sound").resolve(table)).get(0);
  }

  /** Returns what a query over a table reports about its damage; empty if it succeeds. */
  private Optional<String> complaint(SweepFolder folder, String table) {
    try {
      List<String> unused = Bits.rows(sql.query(folder, "SELECT * FROM " + table));
      return Optional.empty();
    } catch (MachineException e) {
      return Optional.of(e.getMessage());
    } catch (Exception e) { // SparkException, which Scala throws undeclared.
      return Optional.of(
          sql.damage(folder, e).orElseThrow(() -> new AssertionError(e)).getMessage());
    }
  }

  /** {@link DamagedTablesSoak} has all. */
  List<Damage> damages() {
    return List.of(Damage.FLIPPED);
  }

  @Test
  void everyDamageOfEveryTable_isNamedInOneLine() throws IOException {
    List<String> tables = new ArrayList<>(SweepTable.TABLES);
    tables.add("claims");
    for (Damage damage : damages()) {
      for (String table : tables) {
        SweepFolder folder = copy();
        damage.to(file(table));
        Optional<String> line = complaint(folder, table);
        assertThat(line).as(damage + " of " + table).isPresent();
        assertThat(line.get())
            .startsWith("sound/" + table + "/")
            .endsWith("; basin aggregate makes the tables anew")
            .doesNotContain("\n");
      }
    }
  }

  private JobRequest telling() {
    return new JobRequest("", "", List.of(), false, said::add);
  }

  private List<String> bits(Path folder, String table) {
    return Bits.rows(
        SPARK
            .read()
            .parquet(folder.resolve("sound").resolve(table).toString())
            .drop("seconds", "attempt", "host"));
  }

  @Test
  void aggregateAndVerify_makeDamagedTablesAnew() throws IOException {
    List<String> trials = bits(output, "trials");
    List<Damage> tried = new ArrayList<>(damages());
    tried.retainAll(List.of(Damage.DELETED, Damage.FLIPPED, Damage.REPLACED));
    for (Damage damage : tried) {
      SweepFolder folder = copy();
      damage.to(file("trials"));
      new AggregateJob(SPARK, Jobs.settings()).aggregate(SWEEP, own.toString(), telling());
      assertThat(complaint(folder, "trials")).isEmpty();
      assertThat(bits(own, "trials")).isEqualTo(trials);

      copy();
      damage.to(file("trials"));
      Verification all =
          new VerifyJob(SPARK, Jobs.settings()).verify(SWEEP, own.toString(), telling());
      assertThat(all.count(ClaimVerdict.HOLDS)).isEqualTo(1);
      assertThat(bits(own, "trials")).isEqualTo(trials);
      assertThat(said)
          .anySatisfy(line -> assertThat(line).startsWith("sound/trials/trials.parquet"));
    }
  }

  @Test
  void insertedRows_areNoticed() throws IOException {
    SweepFolder folder = copy();
    SPARK
        .read()
        .parquet(output.resolve("sound/trials").toString())
        .write()
        .mode("append")
        .parquet(own.resolve("sound/trials").toString());
    assertThat(complaint(folder, "points").orElse(""))
        .startsWith("sound/trials/part-")
        .contains(" was not published; ");
  }

  @Test
  void lostPointer_manifest_orLink_isNamedAndMadeAnew() throws IOException {
    for (String lost : List.of("_tables/current", "trials", "manifest")) {
      SweepFolder folder = copy();
      Path root = own.resolve("sound");
      if (lost.equals("manifest")) {
        Files.writeString(root.resolve("_tables/current/manifest.json"), "\u0000\u0001{{");
      } else {
        Files.delete(root.resolve(lost));
      }
      try {
        sql.open(folder);
      } catch (EngineException e) {
        assertThat(e.getMessage()).as(lost).contains("aggregate").doesNotContain("\n");
      }
      new AggregateJob(SPARK, Jobs.settings()).aggregate(SWEEP, own.toString());
      assertThat(sql.open(folder)).contains("trials");
      assertThat(bits(own, "trials")).hasSize(6);
    }
  }

  @Test
  void claims_outliveAnAggregationOfTheSame_andNotOfMore() throws IOException {
    SweepFolder folder = copy();
    new AggregateJob(SPARK, Jobs.settings()).aggregate(SWEEP, own.toString(), telling());
    assertThat(sql.open(folder)).contains("claims");
    assertThat(said).isEmpty();
    Sweep more = DecayTrials.sweep("sound", 4, List.of(0.1));
    Jobs.job(SPARK, Jobs.settings()).run(more, own.toString(), telling(), ProgressView.NONE);
    assertThat(sql.open(folder)).doesNotContain("claims");
    assertThat(own.resolve("sound/claims")).doesNotExist();
    assertThat(said)
        .containsExactly("the claims belonged to other tables and were deleted; verify them again");
  }
}
