package org.basin.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basin.config.SweepReader;
import org.basin.engine.RunJob;
import org.basin.engine.storage.EngineSettings;
import org.basin.testing.Python;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the notebook and the reader in Python on the quickstart's tables, where there is a Python
 * with pandas, pyarrow and matplotlib. Elsewhere these tests are skipped, and {@code .ci/run} says
 * so in its last lines.
 */
class NotebookIT {

  private static final Path TESTS = Path.of("src/test/python").toAbsolutePath();

  /** What the pages take for granted in a session of Python. */
  private static final String GIVEN =
      "import numpy, pandas\nx, y = numpy.zeros((3, 2)), numpy.ones(3)\n";

  @TempDir static Path folder;
  private static Python python;

  @BeforeAll
  static void runQuickstart() throws IOException, InterruptedException {
    python = Python.with("pandas", "pyarrow", "matplotlib").orElse(null);
    assumeThat(python).as("a Python with pandas, pyarrow and matplotlib").isNotNull();
    Files.createDirectory(folder.resolve("examples"));
    for (String file : List.of("basin.py", "notebook.ipynb")) {
      Files.copy(Path.of("examples", file), folder.resolve("examples").resolve(file));
    }
    new RunJob(SharedSpark.session(), EngineSettings.load())
        .run(
            new SweepReader().read(Path.of("conf/quickstart.conf"), List.of()),
            folder.resolve("output").toString());
  }

  @Test
  void notebook_showsWhatIsStored() throws InterruptedException {
    succeeds(TESTS.resolve("notebook.py").toString(), "examples/notebook.ipynb");
  }

  @Test
  void reader_readsOnePublication() throws InterruptedException {
    succeeds(TESTS.resolve("reader.py").toString(), "output/quickstart");
  }

  /** Where a page reads a sweep of its reader's own, it is given the quickstart. */
  @Test
  void pythonOfThePages_runs() throws IOException, InterruptedException {
    Files.copy(Path.of("examples/basin.py"), folder.resolve("basin.py"));
    Files.createSymbolicLink(folder.resolve("output/my-sweep"), Path.of("quickstart"));
    boolean hasDuckDb = Python.with("duckdb").isPresent();
    for (Page page : Page.all()) {
      for (Block block : page.blocks()) {
        if (block.is("python") && (hasDuckDb || !block.text().contains(".sql("))) {
          Python.Result result = python.run(folder, "-c", GIVEN + block.text());
          assertThat(result.status()).as(block.place() + ": " + result.said()).isZero();
        }
      }
    }
  }

  private static void succeeds(String... args) throws InterruptedException {
    Python.Result result = python.run(folder, args);
    assertThat(result.status()).as(result.said()).isZero();
  }
}
