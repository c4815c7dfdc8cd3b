package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every verb in folders whose names contain special characters of other programs, the first
 * through the launcher. {@link OddProjectSoak} has the project itself in such a folder.
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

  private static Launched ended(Launched ended) {
    assertThat(ended.status()).as(ended.err()).isZero();
    return ended;
  }

  /** Works in {@code folder}, in which only the sweep file and the output remain. */
  private static void assertWholeCycleWorks(Path folder, String file, String output)
      throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(file), SWEEP);
    List<String> out = List.of("--output", output);
    assertThat(ended(Launched.basin(folder, with(out, "run", file))).out())
        .contains("trained 4 of 4", "Tables: " + Path.of(output, "odd"));
    try (Program program = Program.in(folder)) {
      assertThat(ended(program.basin(with(out, "plan", file))).out()).contains("Run it with: ");
      assertThat(ended(program.basin(with(out, "run", file, "--set", "seeds.count=3"))).out())
          .contains("trained 2 of 6", "4 were finished before");
      assertThat(ended(program.basin(with(out, "aggregate"))).out()).contains("of 6 trials");
      assertThat(ended(program.basin(with(out, "status"))).out())
          .contains("Sweep odd in " + Path.of(output, "odd"), "6 of 6 trials are finished");
      assertThat(ended(program.basin(with(out, "sql", "SELECT count(*) AS n FROM trials"))).out())
          .contains("6");
      assertThat(ended(program.basin(with(out, "verify"))).out()).contains("few");
      assertThat(ended(program.basin(with(out, "verify", "--controls", file))).out())
          .contains("few");
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(folder.resolve(file), folder.resolve(output));
    }
    try (Stream<Path> left = Files.list(folder.getParent())) {
      assertThat(left).containsExactly(folder);
    }
  }

  private static String[] with(List<String> more, String... args) {
    return Stream.concat(Stream.of(args), more.stream()).toArray(String[]::new);
  }

  @Test
  void folderFileAndOutputWithSignsOfPatternsAndAddresses(@TempDir Path parent) throws Exception {
    assertWholeCycleWorks(
        parent.resolve(utf8("my o#[x] {a,b} %41 ü:*?")),
        utf8("a:b#[x] ü %41.conf"),
        utf8("s3a:{x} %41 ü*?#"));
  }

  @Test
  void sweepNamedBySignsOfPaths_isRefused(@TempDir Path folder) throws Exception {
    Launched ended = Launched.basin(folder, "status", "--sweep", "../../x");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err())
        .hasLineCount(1)
        .startsWith("basin: sweep ../../x: a sweep's name is at most");
  }

  @Test
  void outputThatCannotBe_isToldBeforeTheTraining(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("sweep.conf"), SWEEP);
    String output = "s3a://bucket/x";
    Launched ended = Launched.basin(folder, "run", "sweep.conf", "--output", output);
    assertThat(ended.status()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).startsWith("basin: output " + output + ": no such file system");
    assertThat(ended.err().lines()).hasSize(1);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("sweep.conf"));
    }
  }
}
