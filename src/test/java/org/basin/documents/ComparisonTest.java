package org.basin.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of the comparison that says what Basin has names tests, and they exist. */
class ComparisonTest {

  private static final Path PAGE = Path.of("docs/comparison.md");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final String HAS = "## What users look for, and where it is";
  private static final String HAS_NOT = "## What Basin does not have";

  @Test
  void everyRow_isShownByTestsThatExist() throws IOException {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    List<String[]> rows = rows(HAS);
    assertThat(rows).hasSizeGreaterThan(20);
    for (String[] cells : rows) {
      assertThat(cells).as(cells[0]).hasSize(4);
      List<String> named = NAME.matcher(cells[3]).results().map(found -> found.group(1)).toList();
      assertThat(named).as(cells[0]).isNotEmpty().isSubsetOf(tests);
    }
  }

  @Test
  void whatIsMissing_isSaid() throws IOException {
    assertThat(rows(HAS_NOT))
        .hasSizeGreaterThan(10)
        .allSatisfy(cells -> assertThat(cells).doesNotContain("").hasSize(3));
  }

  /** Returns the cells of the rows of the table under a heading. */
  private static List<String[]> rows(String heading) throws IOException {
    String page = Files.readString(PAGE);
    return page.substring(page.indexOf(heading) + heading.length())
        .strip()
        .lines()
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> line.substring(1, line.length() - 1).split("\\|"))
        .map(cells -> Arrays.stream(cells).map(String::strip).toArray(String[]::new))
        .toList();
  }
}
