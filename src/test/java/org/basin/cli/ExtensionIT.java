package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.basin.testing.ExtensionJar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The components of {@code examples/extension} as a user has them: in a jar, by the launcher. */
class ExtensionIT {

  @TempDir static Path folder;
  private static String jar;

  @BeforeAll
  static void pack() throws IOException {
    Path classes = ExtensionJar.compile(folder.resolve("classes"));
    jar = ExtensionJar.write(classes, folder.resolve("extension.jar")).toString();
  }

  private static Launched basin(String... args) throws IOException, InterruptedException {
    String[] words = new String[args.length + 2];
    words[0] = "--jars";
    words[1] = jar;
    System.arraycopy(args, 0, words, 2, args.length);
    return Launched.basin(folder, words);
  }

  private static String run(String file) throws IOException, InterruptedException {
    Launched run = basin("run", ExtensionJar.PROJECT.resolve(file).toString());
    assertThat(run.status()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void explain_tellsOfAnotherJarsComponents() throws IOException, InterruptedException {
    assertThat(basin("explain", "probe.small-weights").out())
        .contains(
            "The share of the trained parameters that are small.", "below", "between 0 and 1");
    assertThat(basin("explain", "optimiser").out()).contains("sign-descent", "adam");
  }

  @Test
  void modelDataProbeAndOptimiser_train() throws IOException, InterruptedException {
    assertThat(run("diagonal.conf")).contains("trained 4 of 4 trials", "converged 4");
    String query = "SELECT count(*) AS n FROM observations WHERE observable = 'small-weights'";
    Launched sql = basin("sql", "--sweep", "diagonal", "--format", "csv", query);
    assertThat(sql.out().lines().skip(1).findFirst().orElseThrow()).isNotEqualTo("0");
  }

  @Test
  void activation_trains() throws IOException, InterruptedException {
    assertThat(run("sine.conf")).contains("trained 2 of 2 trials", "converged 2");
  }
}
