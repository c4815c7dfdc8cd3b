package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.basin.testing.ImageFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every small variant of a paper's or study's configuration as a user runs it: run, verify,
 * controls. What {@code verify} prints is kept in {@code target/papers}. A claim may fail at a
 * reduced size, and says so there; a query that is wrong, or a control on which a claim holds,
 * fails the test.
 *
 * <p>Takes from minutes to hours: {@code mvn -Ppapers}.
 */
class SmallExperiments {

  private static final Path RESULTS = Path.of("target", "papers");

  /**
   * The start of the names of configurations whose images the user names. Here they are generated.
   */
  private static final List<String> OF_IMAGES =
      List.of("li-yuan-2017-e1", "li-yuan-2017-e4", "lin-sun-zhang-2021-figure-2");

  @TempDir static Path images;

  @BeforeAll
  static void writeImages() {
    ImageFiles.cifar(images, 1000, 1000);
    ImageFiles.mnist(images, 6000, 1000, false);
  }

  static List<Configuration> small() {
    return Configuration.small();
  }

  @ParameterizedTest
  @MethodSource("small")
  void experiment_runs_itsClaimsAreDecided_andFailUnderTheirControls(Configuration small)
      throws IOException, InterruptedException {
    assertThat(basin(small, "run")).as("status of run").isZero();
    assertThat(basin(small, "verify")).as("status of verify").isBetween(0, 1);
    assertThat(basin(small, "verify", "--controls")).as("status of its controls").isZero();
  }

  /** Calls the launcher and stores what it prints. */
  private static int basin(Configuration small, String... verb)
      throws IOException, InterruptedException {
    Files.createDirectories(RESULTS);
    String name = small.name();
    List<String> command = new ArrayList<>(List.of("submit/basin"));
    command.addAll(List.of(verb));
    command.addAll(List.of(small.file().toString(), "--variant", small.variant()));
    command.addAll(List.of("--output", RESULTS.toString()));
    if (OF_IMAGES.stream().anyMatch(name::startsWith)) {
      command.addAll(List.of("--set", "trial.data.folder=\"" + images + "\""));
    }
    Path log = RESULTS.resolve(name + "-" + String.join("", verb) + ".txt");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }
}
