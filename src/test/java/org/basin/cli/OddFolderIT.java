package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.RunJob;
import org.basin.engine.SqlJob;
import org.basin.engine.StatusJob;
import org.basin.engine.VerifyJob;
import org.basin.engine.claim.ClaimVerdict;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Works in folders whose names contain special characters of other programs. {@link OddProjectSoak}
 * calls every verb there by the launcher, and has the project itself in such a folder.
 */
class OddFolderIT {

  static final String SWEEP =
      """
      sweep {
        name = odd
        seeds { count = 2 }
        trial {
          data      { kind = circle-grid, samples = 8, target = "relu(x1)" }
          model     { kind = squared-relu, width = 3 }
          init      { kind = gaussian, std = 1e-2 }
          loss      { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 5e-3 }
          stop      { max-steps = 20 }
          observe   { at = log, probes = [loss] }
        }
        axes = [ { path = init.std, values = [1e-2, 1e-3] } ]
        claims = [ { name = few, says = "Few steps.", sql = "SELECT max(steps) <= 20 AS holds FROM trials"
                     control { "trial.stop.max-steps" = 30 } } ]
      }
      """;

  /** A name without letters that this machine's file names cannot have. */
  static String utf8(String name) {
    return System.getProperty("sun.jnu.encoding").equals("UTF-8") ? name : name.replace("ü", "u");
  }

  /** Makes a folder with a sweep file, of which both have such names, and returns the file. */
  static Path oddFile(Path parent) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(utf8("my o#[x] {a,b} %41 ü:*?")));
    return Files.writeString(folder.resolve(utf8("a:b#[x] ü %41.conf")), SWEEP);
  }

  /** An output of such a name. */
  static String oddOutput() {
    return utf8("s3a:{x} %41 ü*?#");
  }

  @Test
  void folderFileAndOutputWithSignsOfPatternsAndAddresses(@TempDir Path parent)
      throws IOException, InterruptedException {
    Path file = oddFile(parent);
    Path folder = file.getParent();
    String name = file.getFileName().toString();
    Launched plan = Launched.basin(folder, "plan", name, "--output", oddOutput());
    assertThat(plan.status()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("Run it with: ");

    SparkSession spark = SharedSpark.session();
    EngineSettings settings = EngineSettings.load();
    String output = folder.resolve(oddOutput()).toString();
    RunJob run = new RunJob(spark, settings);
    assertThat(run.run(new SweepReader().read(file, List.of()), output).trained()).isEqualTo(4);
    Sweep more = new SweepReader().read(file, List.of("seeds.count=3"));
    assertThat(run.run(more, output).before()).isEqualTo(4);
    assertThat(new StatusJob(spark, settings).status(more, output).committed()).isEqualTo(6);
    SweepFolder sweep =
        SweepFolder.of(spark.sparkContext().hadoopConfiguration(), output, more.name());
    assertThat(new SqlJob(spark, settings).query(sweep, "SELECT * FROM trials").count())
        .isEqualTo(6);
    assertThat(new VerifyJob(spark, settings).verify(more, output).results())
        .singleElement()
        .satisfies(claim -> assertThat(claim.verdict()).isEqualTo(ClaimVerdict.HOLDS));
    assertLeft(file, oddOutput());
  }

  /** Only the file and the output are left. */
  static void assertLeft(Path file, String output) throws IOException {
    Path folder = file.getParent();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, folder.resolve(output));
    }
    try (Stream<Path> left = Files.list(folder.getParent())) {
      assertThat(left).containsExactly(folder);
    }
  }
}
