package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark's own {@code spark-submit}, without the launcher. */
class SparkSubmitSoak {

  /** In one line, as soon as it runs. */
  @Test
  void run_isWarnedOfTheOptionsItLacks(@TempDir Path folder)
      throws IOException, InterruptedException {
    String warning = "lacks options of submit/jvm-options";
    Files.writeString(folder.resolve("tiny.conf"), LauncherIT.SWEEP);
    Launched help = Launched.basin(folder, "--help"); // It links Spark's jars.
    assertThat(help.status()).isZero();
    Launched plain =
        Launched.sparkSubmit(
            folder, Launched.jar(), "run", "tiny.conf", "--output", folder.resolve("p").toString());
    assertThat(plain.status()).isZero();
    // Of Spark's own log, only warnings, and those before Basin starts.
    assertThat(plain.err()).doesNotContain(" INFO ");
    assertThat(plain.err().lines().filter(line -> line.contains(warning)))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("basin: ");
    assertThat(plain.out()).contains("trained 6 of 6 trials");
  }
}
