package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Optional;
import org.basin.testing.Python;

/** Runs the example in Python where there is a Python with numpy. */
final class ImportedExample {

  private ImportedExample() {}

  /** Trains the example's trials and writes their tables into {@code folder}. */
  static void train(Path folder) throws InterruptedException {
    Optional<Python> python = Python.with("numpy");
    assumeThat(python).as("a Python with numpy").isPresent();
    Python.Result trained =
        python.get().run(Path.of(""), "examples/import/train.py", folder.toString());
    assertThat(trained.status()).as(trained.said()).isZero();
  }
}
