package org.basin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void misspeltName_hasANearest() {
    assertThat(Nearest.to("widht", List.of("bias", "width"))).contains("width");
    assertThat(Nearest.to("q", List.of("bias", "width"))).isEmpty();
  }

  @Test
  void nameOfAMegabyte_isNoWork() {
    String name = "w".repeat(1_000_000);
    List<String> known = Collections.nCopies(100, "v".repeat(1_000_000));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(Nearest.to(name, known)).isEmpty());
    assertThat(Nearest.to(name, List.of("width"))).isEmpty();
  }
}
