package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wrong sweep files with the lines that a user sees. A line {@code #! path=value} in such a file is
 * an override, and a line {@code #+ name} chooses a variant.
 */
class BadSweepsTest {

  private static final Path FOLDER = Path.of("src/test/resources/config/bad");
  private static final SweepReader READER = new SweepReader();

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".conf")).sorted().toList();
    }
  }

  @Test
  void files_areAllThere() throws IOException {
    assertThat(files()).hasSize(82);
  }

  @ParameterizedTest
  @MethodSource("files")
  void problems_areTold(Path file) throws IOException {
    List<String> overrides = marked(file, "#! ");
    String variant = String.join("", marked(file, "#+ "));
    List<String> expected = Files.readAllLines(Path.of(file.toString().replace(".conf", ".txt")));
    assertThat(expected).isNotEmpty();
    var e =
        catchThrowableOfType(ConfigException.class, () -> READER.read(file, variant, overrides));
    assertThat(e.problems()).isEqualTo(expected);
  }

  private static List<String> marked(Path file, String mark) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }
}
