package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs sweeps in jobs of a real Slurm on this machine. */
class SlurmSoak {

  private static final String SWEEP = "quickstart";
  private static final List<String> SMALL = arguments(4);

  /** So many seeds train for minutes, longer than the allocation that ends early. */
  private static final List<String> LARGE = arguments(2400);

  private static final List<String> TABLES =
      List.of("trials", "observations", "hitting_times", "points", "scaling");
  private static final Set<String> OF_THE_RUN = Set.of("seconds", "attempt", "host");

  @TempDir static Path folder;
  private static SlurmCluster slurm;
  private static String nodes;

  @TempDir Path output;

  @BeforeAll
  static void startSlurm() throws Exception {
    String missing = SlurmCluster.missing();
    assumeTrue(missing.isEmpty(), missing);
    Launched.basin(folder, "--version"); // Builds Basin before a job needs it.
    slurm = new SlurmCluster(Files.createDirectories(folder.resolve("slurm")), 3);
    nodes = "--nodes=" + Math.min(2, slurm.nodes());
  }

  @AfterAll
  static void endSlurm() {
    if (slurm != null) {
      slurm.close();
    }
  }

  private static List<String> arguments(int seeds) {
    return List.of("conf/quickstart.conf", "--set", "seeds.count=" + seeds);
  }

  /** The words of a job: options of sbatch, then the script and a verb for a sweep. */
  private String[] job(List<String> options, String verb, List<String> sweep) {
    List<String> words = new ArrayList<>(options);
    words.add(verb);
    words.addAll(sweep);
    words.addAll(List.of("--output", output.resolve("out").toString()));
    return words.toArray(String[]::new);
  }

  private Path log(String name) {
    return output.resolve(name + ".log");
  }

  /** Compares the tables with those of a run without Slurm. */
  private void assertIsAsWithoutSlurm(List<String> sweep) throws Exception {
    Path plain = output.resolve("plain");
    List<String> words = new ArrayList<>(List.of("run"));
    words.addAll(sweep);
    words.addAll(List.of("--output", plain.toString()));
    Process run =
        Launched.start(Path.of("").toAbsolutePath(), log("plain"), words.toArray(String[]::new));
    assertThat(run.waitFor()).as(Files.readString(log("plain"))).isZero();
    for (String table : TABLES) {
      TableBits.read(SharedSpark.session(), output.resolve("out"), SWEEP, table, OF_THE_RUN)
          .isSameAs(
              TableBits.read(SharedSpark.session(), plain, SWEEP, table, OF_THE_RUN), "in Slurm");
    }
  }

  @Test
  void job_runsTheSweep() throws Exception {
    int status =
        slurm.run(
            log("job"),
            job(List.of(nodes, "--cpus-per-task=1", "--mem=4000", "submit/slurm"), "run", SMALL));
    assertThat(status).as(Files.readString(log("job"))).isZero();
    assertThat(Files.readString(log("job")))
        .contains("quickstart: trained 80 of 80 trials")
        .contains(slurm.nodes() > 1 ? "Spark runs on 2 nodes" : "");
    assertIsAsWithoutSlurm(SMALL);
  }

  @Test
  void jobWhoseTimeEnds_isContinuedByTheNext() throws Exception {
    List<String> options = List.of(nodes, "--cpus-per-task=1", "--mem=4000");
    List<String> brief = new ArrayList<>(options);
    // Slices that are committed often, as the allocation is brief.
    brief.addAll(
        List.of(
            "--time=2",
            "submit/slurm",
            "--stop-before=15",
            "--driver-java-options=-Dbasin.engine.slice-seconds=5"));
    int status = slurm.run(log("brief"), job(brief, "run", LARGE));
    assertThat(status).as(Files.readString(log("brief"))).isEqualTo(143);
    assertThat(Files.readString(log("brief")))
        .contains("ends; stopping, what is trained is kept")
        .contains("basin: stopped. The trials of quickstart that are committed are kept")
        .endsWith("basin: submit the job again, and it goes on\n");

    List<String> ample = new ArrayList<>(options);
    ample.add("submit/slurm");
    status = slurm.run(log("again"), job(ample, "run", LARGE));
    assertThat(status).as(Files.readString(log("again"))).isZero();
    // The line may be broken anywhere.
    assertThat(Files.readString(log("again"))).containsPattern(" were\\s+finished\\s+before");
    assertIsAsWithoutSlurm(LARGE);
  }

  @Test
  void array_trainsParts_andAJobThatDependsOnItJoinsThem() throws Exception {
    String array =
        slurm.submit(
            output.resolve("part-%a.log"),
            job(
                List.of("--array=1-3", "--cpus-per-task=1", "--mem=2000", "submit/slurm"),
                "run",
                SMALL));
    int status =
        slurm.run(
            log("join"),
            job(
                List.of(
                    "--dependency=afterok:" + array,
                    "--cpus-per-task=1",
                    "--mem=2000",
                    "submit/slurm"),
                "aggregate",
                SMALL));
    assertThat(status).as(Files.readString(log("join"))).isZero();
    for (int part = 1; part <= 3; part++) {
      assertThat(Files.readString(log("part-" + part)))
          .contains("Part " + part + "/3 of quickstart: trained ");
    }
    assertIsAsWithoutSlurm(SMALL);
  }

  @Test
  void allocationOfSalloc_runsTheSweepOnItsNodes() throws Exception {
    String[] job = job(List.of("submit/slurm"), "run", SMALL);
    List<String> command =
        new ArrayList<>(List.of("salloc", nodes, "--ntasks-per-node=1", "--mem=4000"));
    command.addAll(List.of(job));
    int status = slurm.end(command, log("salloc"));
    assertThat(status).as(Files.readString(log("salloc"))).isZero();
    assertThat(Files.readString(log("salloc"))).contains("quickstart: trained 80 of 80 trials");
  }

  @Test
  void whatCannotRun_isRefusedInOneLine() throws Exception {
    int status = slurm.run(log("small"), job(List.of("--mem=600", "submit/slurm"), "run", SMALL));
    assertThat(status).isEqualTo(2);
    assertThat(Files.readString(log("small")))
        .isEqualTo(
            "basin: a node of this job has 600 MB, Basin needs at least 1024 MB; give more by"
                + " --mem\n");
    status = slurm.run(log("part"), job(List.of("--array=2-3", "submit/slurm"), "run", SMALL));
    assertThat(status).isEqualTo(2);
    assertThat(Files.readString(log("part")))
        .contains("the array does not run from 1 to the number of parts");
  }
}
