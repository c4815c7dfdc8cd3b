package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand sweep files that accidents and enemies could have written, planned in one JVM: each is
 * planned or refused, in bounded time and a line for each problem. {@code
 * target/mutated-sweeps.txt} has what changed in a hundred that were planned, for a person to see
 * whether any of it is nonsense.
 */
class MutatedSweepsTest {

  private static final int FILES = 1000;
  private static final int SHOWN = 100;

  /** A guard against hanging, far above what any file takes. */
  private static final Duration MOST = Duration.ofSeconds(60);

  private static final List<Path> ORIGINALS =
      List.of(
          Path.of("conf/quickstart.conf"),
          Path.of("src/test/resources/config/good/kinds.conf"),
          Path.of("src/test/resources/config/good/every-form.conf"),
          Path.of("src/test/resources/config/good/draws.conf"));

  @TempDir Path folder;

  private record Planned(int status, String errors) {}

  @Test
  void thousandFiles_arePlannedOrRefused() throws IOException {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20260711L);
    Files.createDirectory(folder.resolve("fragments"));
    Files.copy(
        Path.of("src/test/resources/config/good/fragments/trial.inc"),
        folder.resolve("fragments/trial.inc"));
    Mutator mutator = new Mutator(random);
    List<String> originals = new ArrayList<>();
    for (Path original : ORIGINALS) {
      originals.add(Files.readString(original));
    }
    StringBuilder accepted = new StringBuilder();
    int planned = 0;
    for (int i = 0; i < FILES; i++) {
      String original = originals.get(i % originals.size());
      String text = mutator.change(original);
      Path file = Files.writeString(folder.resolve("a.conf"), text);
      Planned result = assertTimeoutPreemptively(MOST, () -> plan(file), () -> "hangs on " + text);
      assertThat(result.status()).as("%s\n%s", result.errors(), shown(text)).isIn(0, 2);
      assertThat(result.errors().lines().count()).as(shown(text)).isLessThanOrEqualTo(102);
      assertThat(result.errors()).doesNotContain("\tat ", "Exception", "\u001b", "\u0000");
      if (result.status() == 2) {
        assertThat(result.errors()).as(shown(text)).isNotBlank();
      } else if (planned++ < SHOWN) {
        accepted.append("---- ").append(i).append('\n').append(difference(original, text));
      }
    }
    Files.writeString(Path.of("target/mutated-sweeps.txt"), accepted);
    assertThat(planned).as("planned, of %d", FILES).isCloseTo(FILES / 4, within(FILES / 5));
  }

  private static Planned plan(Path file) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Basin.execute(new PrintWriter(out), new PrintWriter(err), "plan", file.toString());
    return new Planned(status, err.toString());
  }

  private static String shown(String text) {
    return text.length() < 3000 ? text : text.substring(0, 3000) + "…";
  }

  /** The lines that only one of two texts has. */
  private static String difference(String original, String text) {
    StringBuilder lines = new StringBuilder();
    List<String> before = original.lines().toList();
    List<String> after = text.lines().toList();
    before.stream()
        .filter(line -> !after.contains(line))
        .forEach(line -> lines.append("- ").append(line).append('\n'));
    after.stream()
        .filter(line -> !before.contains(line))
        .forEach(line -> lines.append("+ ").append(shown(line)).append('\n'));
    return lines.toString();
  }
}
