package org.basin.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.basin.cli.Basin;
import org.basin.config.SweepReader;
import org.basin.engine.QueryCheck;
import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryException;
import org.basin.engine.query.QueryLimits;
import org.basin.plan.ImportedAxis;
import org.basin.plan.ImportedTrials;
import org.basin.plan.Sweep;
import org.basin.settings.Key;
import org.basin.tables.AxisColumns;
import org.basin.tables.TableSchemas;
import org.basin.testing.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Every block of code in the documents is right, as far as that can be told without training: sweep
 * files and parts of them are read and checked, queries are analysed, commands are parsed. {@link
 * WalkSoak} runs the commands of the first pages, and {@link NotebookIT} the Python.
 */
class SnippetsTest {

  /** The trials of the example that docs/import.md shows. */
  private static final ImportedTrials IMPORTED =
      new ImportedTrials(
          "runs",
          "c0",
          "s",
          60,
          12,
          5,
          List.of(
              new ImportedAxis("width", Key.Type.INTEGER, 4, 16),
              new ImportedAxis("step-size", Key.Type.REAL, 0.05, 2)),
          List.of("loss", "weight-norm"));

  private static final Path BASE = Path.of("src/test/resources/documents/base.conf");

  /** What may stand behind a fence; each of these is checked here or in the test that it names. */
  private static final Set<String> LANGUAGES =
      Set.of("", "text", "sh", "hocon", "sql", "python", "java");

  private static final Set<String> TRIAL = Set.of("data", "init", "model", "loss", "optimiser");

  /** Options of {@code spark-submit}, which the launcher takes away before Basin sees them. */
  private static final Set<String> SPARK =
      Set.of(
          "--master",
          "--executor-memory",
          "--driver-memory",
          "--jars",
          "--conf",
          "--packages",
          "--deploy-mode",
          "--num-executors");

  @TempDir Path folder;

  @Test
  void everyLanguage_isChecked() {
    Set<String> languages = new TreeSet<>();
    blocks().forEach(block -> languages.add(block.language()));
    assertThat(languages).isSubsetOf(LANGUAGES);
  }

  @Test
  void hocon_isASweepOrPartOfOne() throws IOException {
    List<String> wrong = new ArrayList<>();
    Path images = Files.createDirectory(folder.resolve("mnist"));
    Path weights = Files.writeString(folder.resolve("second.csv"), "1,-1,1\n");
    ImageFiles.mnist(images, 30_000, 10_000, 10, true);
    for (Block block : blocks().filter(block -> block.is("hocon")).toList()) {
      if (block.page().equals("docs/tutorial.md")) {
        continue; // WalkSoak puts its parts together, and runs each step.
      }
      try {
        String text = block.text().replace("/data/mnist", images.toString());
        check(block, text.replace("second.csv", '"' + weights.toString() + '"'));
      } catch (RuntimeException e) {
        wrong.add(block.place() + ": " + e);
      }
    }
    assertThat(String.join("\n", wrong)).isEmpty();
  }

  private void check(Block block, String text) throws IOException {
    String base = Files.readString(BASE) + more(block);
    String first = text.strip().split("[\\s{=]", 2)[0];
    String whole;
    if (block.page().equals("docs/import.md")) {
      new SweepReader().ofImported(write(text), null, List.of()).read(IMPORTED);
      return;
    } else if (first.equals("sweep")) {
      whole = text.contains("trial {") ? text : base + text;
    } else if (first.equals("probes")) {
      whole = base + "sweep.trial.observe {\n" + text + "}\n";
    } else if (TRIAL.contains(first)) {
      whole =
          base
              + "sweep.axes = []\nsweep.trial."
              + first
              + " = null\nsweep.trial {\n"
              + text
              + "}\n";
    } else {
      whole = base + "sweep {\n" + text + "}\n";
    }
    if (first.equals("axes")) {
      for (ConfigValue axis : ConfigFactory.parseString(text).getList("axes")) {
        new SweepReader().read(write(base + "sweep.axes = [" + axis.render() + "]\n"), List.of());
      }
      return;
    }
    Sweep sweep = new SweepReader().read(write(whole), List.of());
    QueryCheck.check(sweep);
  }

  /** Returns what a part under this heading needs besides, such as the axes that it names. */
  private static String more(Block block) throws IOException {
    String heading = block.heading().toLowerCase(Locale.ROOT).replace(' ', '-');
    Path more = BASE.resolveSibling(heading + ".conf");
    return Files.exists(more) ? Files.readString(more) : "";
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("snippet.conf"), text);
  }

  @Test
  void sql_isAQueryOverTheTables() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Block block : blocks().filter(block -> block.is("sql")).toList()) {
      if (block.text().contains("-- DuckDB")) {
        continue; // ReadersIT reads every table so.
      }
      Sweep sweep = new SweepReader().read(write(Files.readString(BASE) + more(block)), List.of());
      QueryAnalyser queries =
          QueryAnalyser.ofSchemas(
              TableSchemas.of(AxisColumns.of(sweep.plan()), sweep.observables()),
              0.95,
              QueryLimits.load());
      try {
        // Here, the other sweep is this one: QueryIT has two.
        queries.schema(block.text().replace("`my-other-sweep`.", ""), true);
      } catch (QueryException e) {
        wrong.add(block.place() + ": " + e.getMessage());
      }
    }
    assertThat(String.join("\n", wrong)).isEmpty();
  }

  @Test
  void commands_areParsed() {
    List<String> wrong = new ArrayList<>();
    int parsed = 0;
    for (Block block : blocks().filter(block -> block.is("sh")).toList()) {
      for (List<String> command : ShellWords.of(block.text())) {
        if (Set.of("submit/basin", "basin").contains(command.get(0))) {
          try {
            new CommandLine(new Basin())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(withoutSpark(command));
            parsed++;
          } catch (ParameterException e) {
            wrong.add(block.place() + ": " + e.getMessage());
          }
        }
      }
    }
    assertThat(String.join("\n", wrong)).isEmpty();
    assertThat(parsed).isGreaterThan(40);
  }

  private static String[] withoutSpark(List<String> command) {
    List<String> words = new ArrayList<>();
    for (int w = 1; w < command.size() && !command.get(w).equals(">"); w++) {
      if (command.get(w).equals("--secure")) {
        continue;
      }
      if (SPARK.contains(command.get(w))) {
        w++;
      } else {
        words.add(command.get(w));
      }
    }
    return words.toArray(String[]::new);
  }

  private static Stream<Block> blocks() {
    return Page.all().stream().flatMap(page -> page.blocks().stream());
  }
}
