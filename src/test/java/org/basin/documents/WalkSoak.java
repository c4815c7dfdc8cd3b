package org.basin.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows pages word by word from a folder without results. Where a page shows another output than
 * is printed, the page with what was printed is written to {@code target/documents}, to be looked
 * at and copied.
 */
class WalkSoak {

  /** Commands of the README that other tests run. */
  private static final List<String> ELSEWHERE =
      List.of(
          "mvn\n", // This test is a part of it.
          "duckdb ", // ReadersIT reads every cell with DuckDB, by such a path.
          "submit/basin run conf/papers", // The profile papers runs each small variant.
          "export SPARK_HOME"); // StandaloneClusterIT runs on a cluster.

  @TempDir Path folder;

  @Test
  void tutorial_printsWhatItShows() throws Exception {
    follow("docs/tutorial.md", block -> false);
  }

  @Test
  void readme_printsWhatItShows() throws Exception {
    follow("README.md", block -> ELSEWHERE.stream().anyMatch(block.text()::startsWith));
  }

  private void follow(String name, Predicate<Block> isLeftOut) throws Exception {
    Page page = Page.of(name);
    Walk walk = new Walk(folder);
    List<String> differences = walk.follow(page, isLeftOut);
    if (!walk.printed().isEmpty()) {
      Path written = Path.of("target/documents", name);
      Files.createDirectories(written.getParent());
      Files.writeString(written, page.with(walk.printed()));
    }
    assertThat(String.join("\n", differences)).isEmpty();
  }
}
