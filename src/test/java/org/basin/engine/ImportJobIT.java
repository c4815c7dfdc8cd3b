package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.basin.config.ImportReader;
import org.basin.config.SweepReader;
import org.basin.engine.storage.EngineException;
import org.basin.plan.Sweep;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trials that something else trained. {@link ImportedStudyIT} compares their statistics with those
 * of trained ones; {@link ImportJobSoak} does so for every kind of analysis, and tries every wrong
 * table.
 */
class ImportJobIT {

  private static final SparkSession SPARK = SharedSpark.session();

  static final String SWEEP =
      """
      sweep {
        name = trained
        seeds { count = 3, vary = [init] }
        trial {
          data      { kind = circle-grid, samples = 20, target = "5*relu(x1)^2 + 4*relu(-x1)^2" }
          model     { kind = squared-relu, width = 10 }
          init      { kind = gaussian, std = 1e-1 }
          loss      { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 5e-3 }
          stop      { max-steps = 300, target-loss = 1e-6 }
          observe   { at = log, probes = [loss, weight-norm] }
        }
        axes = [
          { path = init.std, values = [1e-1, 1e-2] }
          { path = optimiser.step-size, values = [2e-3, 5e-3, 5e-2] }
        ]
      """;

  @TempDir Path folder;

  String output() {
    return folder.resolve("output").toString();
  }

  RunSummary imported(String name, Path source, String design, JobRequest request)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".conf"), "sweep {\n" + design + "\n}");
    ImportReader reader = new SweepReader().ofImported(file, null, List.of());
    return new ImportJob(SPARK, Jobs.settings())
        .run(
            new ImportJob.Import(source.toString(), name, reader.axes(), reader::read),
            output(),
            request);
  }

  @Test
  void otherTrials_needLeaveToReplace() throws IOException {
    Path runs = Files.createDirectories(folder.resolve("runs"));
    // Settings may be called as what stands beside them on the way to the tables.
    String header = "trial_id,seed,width,rows,repeats,rank,block,group\n";
    Files.writeString(runs.resolve("trials.csv"), header + "a,1,8,1,1,1,1,1\nb,2,8,1,1,1,1,1\n");
    Files.writeString(
        runs.resolve("observations.csv"), "trial_id,observable,step,value\na,loss,3,nan\n");
    imported("mine", runs, "", JobRequest.NONE);
    assertThat(verdicts("mine")).containsExactly("[a,diverged,3]", "[b,exhausted,0]");

    Files.writeString(runs.resolve("trials.csv"), header + "a,1,8,1,1,1,1,1\n");
    assertThatThrownBy(() -> imported("mine", runs, "", JobRequest.NONE))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("mine holds 2 other trials")
        .hasMessageContaining("--replace");
    assertThat(verdicts("mine")).hasSize(2);

    imported("mine", runs, "", JobRequest.NONE.replacing());
    assertThat(verdicts("mine")).containsExactly("[a,diverged,3]");
    assertThat(folder.resolve("output/mine/_work/outcomes").toFile().list()).hasSize(2);

    Path file = Files.writeString(folder.resolve("mine.conf"), SWEEP + "}");
    Sweep trained = new SweepReader().read(file, List.of("name=mine"));
    assertThatThrownBy(() -> new RunJob(SPARK, Jobs.settings()).run(trained, output()))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("mine holds imported trials");
  }

  /** A trials table, an observations table, and what is told of them. */
  private record Wrong(String trials, String observations, String told) {}

  private static final String NONE = "trial_id,observable,step,value\n";

  /** Whether each wrong table is tried; else every third one. */
  boolean isWhole() {
    return false;
  }

  private List<Wrong> tried(List<Wrong> all) {
    return isWhole()
        ? all
        : IntStream.range(0, all.size()).filter(i -> i % 3 == 0).mapToObj(all::get).toList();
  }

  @Test
  void wrongTables_areToldInOneLineEach() throws IOException {
    String header = "trial_id,seed,width,verdict,steps\n";
    String good = header + "a,1,8,,\nb,2,8,,\n";
    List<Wrong> all =
        List.of(
            new Wrong("trial_id,sed\na,1\n", NONE, "trials.csv: has no column seed, must have"),
            new Wrong(good, "trial_id,observable,step\n", "observations.csv: has no column value"),
            new Wrong(
                "trial_id,seed,P\na,1,2\n",
                NONE,
                "trials.csv: column P must have another name, since these have a column p:"
                    + " comparisons, scaling"),
            new Wrong(
                "trial_id,seed,series\na,1,2\n",
                NONE,
                "since these have a column series: the work that is kept"),
            new Wrong(
                good,
                NONE + "a,converged,0,1\n",
                "observations: observable converged must be another name: converged is the steps"),
            new Wrong("trial_id,seed,l r\na,1,2\n", NONE, "column \"l r\" must be called by"),
            new Wrong(header, NONE, "trials.csv: has no trial, must have at least one"),
            new Wrong(
                header
                    + "a,1,8,,\nb,one,8,,\nc,two,8,,\nd,3,nan,convergd,-1\n\"e,f\",,8,,2.5\ng,7\n",
                NONE,
                """
                trials.csv:3: seed is "one", must be a whole number (and 2 more rows)
                trials.csv:5: width is "nan", must be a finite number or empty
                trials.csv:5: verdict is convergd, must be a verdict or empty; did you mean converged?
                trials.csv:5: steps is -1, must be at least 0 (and 1 more row)
                trials.csv:7: has too few or too many cells, must have those of the header: \
                trial_id, seed, width, verdict, steps\
                """),
            new Wrong(
                header + "a,1,8,,\na,1,8,,\n",
                NONE,
                "trials.csv: trial_id a stands in 2 rows, must be a trial's own"),
            new Wrong(
                header + "a,1,8,,\nb,1,8.0,,\n",
                NONE,
                "trials.csv: trials a and b have the same settings and seed 1, must differ in one"
                    + " of width, seed"),
            new Wrong(
                good,
                NONE + "a,loss,0,1\na,loss,1.5,1\na,,2,1\na,lo ss,2,x\n",
                """
                observations.csv:3: step is "1.5", must be a whole number of updates
                observations.csv:4: observable is empty, must be the observable's name (and 1 more\
                 row)
                observations.csv:5: value is "x", must be a number, nan, inf or -inf\
                """),
            new Wrong(
                good,
                NONE + "a,loss,0,1\nz,loss,0,1\na,loss,0,\n",
                """
                observations.csv: trial_id z has observations, but no row in trials, must have one
                observations.csv: trial a has two values of loss at step 0, must have one\
                """),
            new Wrong(
                header + "a,1,8,,10\n",
                NONE + "a,loss,20,1\n",
                "trials.csv: trial a has steps 10, must have at least its last observed step, 20"));
    for (Wrong wrong : tried(all)) {
      Path runs = Files.createDirectories(folder.resolve("wrong"));
      Files.writeString(runs.resolve("trials.csv"), wrong.trials);
      Files.writeString(runs.resolve("observations.csv"), wrong.observations);
      assertThatThrownBy(() -> imported("wrong-runs", runs, "", JobRequest.NONE))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(wrong.told);
    }
    assertThat(folder.resolve("output/wrong-runs")).doesNotExist();
  }

  @Test
  void filesThatCannotBeRead_areWrongInput() throws IOException {
    Path runs = Files.createDirectories(folder.resolve("broken"));
    Files.writeString(runs.resolve("observations.csv"), NONE);
    Files.writeString(runs.resolve("trials.parquet"), "trial_id,seed\na,1\n");
    assertThatThrownBy(() -> imported("broken", runs, "", JobRequest.NONE))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("cannot be read")
        .hasMessageContaining("is not a Parquet file");

    Files.delete(runs.resolve("trials.parquet"));
    Path parts = Files.createDirectories(runs.resolve("trials"));
    Files.writeString(parts.resolve("1.csv"), "trial_id,seed,width\na,1,1\n");
    Files.writeString(parts.resolve("2.csv"), "trial_id,width,seed\nb,1,2\n");
    assertThatThrownBy(() -> imported("broken", runs, "", JobRequest.NONE))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("cannot be read");
  }

  private List<String> verdicts(String sweep) {
    return SPARK
        .read()
        .parquet(folder.resolve("output").resolve(sweep).resolve("trials").toString())
        .select("trial_id", "verdict", "steps")
        .orderBy("trial_id")
        .collectAsList()
        .stream()
        .map(Object::toString)
        .toList();
  }
}
