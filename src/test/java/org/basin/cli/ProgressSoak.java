package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What machines read of a run: events, metrics, and nothing else with --quiet. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProgressSoak {

  private static final int TRIALS = 12;

  private static final String SWEEP =
      """
      sweep {
        name = told
        seeds { count = 6 }
        trial {
          data { kind = circle-grid, samples = 50, target = "relu(x1)" }
          model { kind = squared-relu, width = 5 }
          init { kind = gaussian, std = 1e-1 }
          loss { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 1e-4 }
          stop { max-steps = 2000 }
          observe { at = log, probes = [loss] }
        }
        axes = [ { path = model.width, values = [5, 10] } ]
        claims = [ { name = many, says = "More than one", sql = "SELECT count(*) > 1 AS holds, count(*) AS n FROM trials" } ]
      }
      """;

  @TempDir static Path folder;
  private static Path metrics;
  private static Program program;

  @BeforeAll
  static void start() throws IOException {
    Files.writeString(folder.resolve("told.conf"), SWEEP);
    metrics = Files.createDirectory(folder.resolve("metrics"));
    String sink = "spark.metrics.conf.driver.sink.csv.";
    program =
        Program.in(
            folder,
            Map.of(
                sink + "class",
                "org.apache.spark.metrics.sink.CsvSink",
                sink + "directory",
                metrics.toString()));
  }

  @AfterAll
  static void end() throws IOException {
    program.close();
  }

  private static List<Config> events(Launched launched) {
    return launched.out().lines().map(ConfigFactory::parseString).toList();
  }

  private static Launched basin(String... words) {
    return program.basin(words);
  }

  @Test
  @Order(1)
  void run_tellsEventsOnStandardOutputAndMetricsToSparksSinks() throws IOException {
    Launched run = basin("run", "told.conf", "--json");

    assertThat(run.status()).as(run.err()).isZero();
    List<Config> events = events(run);
    assertThat(events.get(0).getString("event")).isEqualTo("started");
    assertThat(events.get(0).getLong("to_train")).isEqualTo(TRIALS);
    Config trained =
        events.stream()
            .filter(each -> each.hasPath("phase") && each.getString("phase").equals("tables"))
            .findFirst()
            .orElseThrow();
    assertThat(trained.getLong("done")).isEqualTo(TRIALS);
    assertThat(trained.getLong("steps")).isEqualTo(TRIALS * 2000L);
    Config finished = events.get(events.size() - 1);
    assertThat(finished.getString("event")).isEqualTo("finished");
    assertThat(finished.getLong("verdicts.exhausted")).isEqualTo(TRIALS);
    assertThat(finished.getLong("missing")).isZero();

    assertThat(metric(metrics, "trials.done")).isEqualTo(TRIALS);
    assertThat(metric(metrics, "trials.total")).isEqualTo(TRIALS);
    assertThat(metric(metrics, "trials.exhausted")).isEqualTo(TRIALS);
    assertThat(metric(metrics, "trials.failed")).isZero();
    assertThat(metric(metrics, "steps")).isEqualTo(TRIALS * 2000.0);
    assertThat(metric(metrics, "seconds-left")).isZero();
    assertThat(metric(metrics, "executors")).isEqualTo(1);
    assertThat(metric(metrics, "seconds")).isPositive();
  }

  /** The last value that Spark's CSV sink wrote of a metric. */
  private static double metric(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path file =
          files
              .filter(each -> each.getFileName().toString().endsWith(".basin." + name + ".csv"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no metric " + name));
      List<String> lines = Files.readAllLines(file);
      return Double.parseDouble(lines.get(lines.size() - 1).split(",", -1)[1]);
    }
  }

  @Test
  @Order(2)
  void quietRun_saysWhatCameOfIt() {
    Launched run = basin("run", "told.conf", "--quiet");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .hasSize(3)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("told: trained 0 of 12 trials in "),
            line -> assertThat(line).isEqualTo("exhausted 12"),
            line -> assertThat(line).startsWith("Tables: "));
  }

  @Test
  @Order(3)
  void verifyAndAggregate_endWithAnEventToo() {
    Launched verify = basin("verify", "told.conf", "--json");
    assertThat(verify.status()).as(verify.err()).isZero();
    Config claim =
        events(verify).get(0).getConfigList("sweeps").get(0).getConfigList("claims").get(0);
    assertThat(claim.getString("name")).isEqualTo("many");
    assertThat(claim.getString("verdict")).isEqualTo("holds");
    assertThat(claim.getConfigList("readings").get(0).getLong("n")).isEqualTo(TRIALS);

    Launched aggregate = basin("aggregate", "told", "--json");
    assertThat(aggregate.status()).as(aggregate.err()).isZero();
    List<Config> events = events(aggregate);
    assertThat(events.get(events.size() - 1).getString("event")).isEqualTo("finished");
    assertThat(events.get(events.size() - 1).getLong("finished_before")).isEqualTo(TRIALS);
  }

  @Test
  @Order(4)
  void optionsThatExcludeEachOther_areRefused() {
    Launched run = basin("run", "told.conf", "--json", "--quiet");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().strip())
        .isEqualTo("basin: --quiet and --json exclude each other; give one of them");
    Launched status = basin("status", "told", "--watch=0");
    assertThat(status.status()).isEqualTo(2);
    assertThat(status.err().strip())
        .isEqualTo("basin: --watch is 0.0, must be a number of seconds > 0");
  }

  @Test
  @Order(5)
  void watchOfASweepThatDoesNotRun_endsAtOnce() {
    Launched status = basin("status", "--watch", "told");
    assertThat(status.status()).as(status.err()).isZero();
    assertThat(status.out())
        .startsWith("Sweep told in ")
        .containsOnlyOnce("12 of 12 trials are finished: exhausted 12\nIt is not running.\n");
  }
}
