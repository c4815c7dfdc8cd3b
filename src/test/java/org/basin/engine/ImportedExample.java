package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs the example in Python where there is a Python with numpy. */
final class ImportedExample {

  private ImportedExample() {}

  /** Trains the example's trials and writes their tables into {@code folder}. */
  static void train(Path folder) throws IOException, InterruptedException {
    List<String> pythons = List.of("python3", "/usr/bin/python3");
    String python = null;
    for (String each : pythons) {
      if (python == null && run(each, "-c", "import numpy") == 0) {
        python = each;
      }
    }
    assumeThat(python).as("a Python with numpy").isNotNull();
    assertThat(run(python, "examples/import/train.py", folder.toString())).isZero();
  }

  private static int run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      return said.contains("Traceback") ? 1 : status;
    } catch (IOException e) {
      return -1; // There is no such program.
    }
  }
}
