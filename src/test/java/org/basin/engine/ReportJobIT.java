package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.lease.Lease;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.testing.DecayTrials;
import org.basin.testing.ReportPages;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a report has the numbers of the tables, and is small however many there are. */
class ReportJobIT {

  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir static Path output;

  private static Sweep sweep;
  private static JsonNode data;
  private static ReportJob.Report report;

  @BeforeAll
  static void run() throws IOException {
    sweep = quickstart(5);
    new RunJob(SPARK, Jobs.settings()).run(sweep, output.toString());
    report = report(sweep);
    data = ReportPages.data(report.page());
  }

  private static Sweep quickstart(int seeds) {
    return new SweepReader()
        .read(
            Path.of("conf/quickstart.conf"),
            "",
            List.of("seeds.count=" + seeds, "trial.observe.probes=[loss,neuron-norm]"));
  }

  private static ReportJob.Report report(Sweep of) {
    return new ReportJob(SPARK, Jobs.settings()).report(folder(of.name()), of, false);
  }

  private static SweepFolder folder(String name) {
    return SweepFolder.of(new Configuration(), output.toString(), name);
  }

  private static List<Row> rows(String query) {
    return new SqlJob(SPARK, Jobs.settings()).query(folder("quickstart"), query).collectAsList();
  }

  /** Six digits are written. */
  private static void assertSame(JsonNode shown, Row row, String column) {
    Object value = row.getAs(column);
    if (value == null) {
      assertThat(shown.isNull()).as(column).isTrue();
    } else {
      double real = ((Number) value).doubleValue();
      assertThat(shown.doubleValue()).as(column).isCloseTo(real, within(1e-5 * Math.abs(real)));
    }
  }

  private static List<Object> settings(JsonNode of, int point) {
    List<Object> values = new ArrayList<>();
    for (int axis = 0; axis < of.get("axes").size(); axis++) {
      int code = of.get("points").get(point).get(axis).intValue();
      values.add(of.get("axes").get(axis).get("values").get(code).doubleValue());
    }
    return values;
  }

  @Test
  void statistics_areThoseOfTheTable() {
    assertThat(data.get("points")).hasSize(20);
    int checked = 0;
    for (JsonNode statistic : data.get("statistics")) {
      List<Row> rows =
          rows(
              "SELECT init_std, optimiser_step_size, value, low, high, count FROM points WHERE"
                  + " subject = '%s' AND statistic = '%s' ORDER BY index"
                      .formatted(
                          statistic.get("subject").textValue(),
                          statistic.get("statistic").textValue()));
      int place = 0;
      for (Row row : rows) {
        while (!settings(data, place).equals(List.of(row.get(0), row.get(1)))) {
          assertThat(statistic.get("rows").get(place++).isNull()).isTrue();
        }
        JsonNode shown = statistic.get("rows").get(place++);
        for (int i = 0; i < 4; i++) {
          assertSame(shown.get(i), row, List.of("value", "low", "high", "count").get(i));
        }
        checked++;
      }
      if (checked > 120) {
        break; // A query each.
      }
    }
    assertThat(checked).isGreaterThan(100);
  }

  @Test
  void curvesAndSurvival_areThoseOfTheTables() {
    JsonNode escape = data.get("survival").get(0);
    assertThat(escape.get("name").textValue()).isEqualTo("escape");
    List<Row> rows =
        rows(
            "SELECT * FROM survival WHERE name = 'escape' AND init_std = 0.1 AND"
                + " optimiser_step_size = 5e-4 ORDER BY step");
    JsonNode first = escape.get("points").get("0");
    assertThat(settings(data, 0)).isEqualTo(List.of(0.1, 5e-4));
    assertThat(first).hasSize(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertSame(first.get(i).get(0), rows.get(i), "step");
      assertSame(first.get(i).get(1), rows.get(i), "survival");
      assertSame(first.get(i).get(4), rows.get(i), "incidence_hit");
      assertSame(first.get(i).get(8), rows.get(i), "at_risk");
    }

    for (JsonNode curve : data.get("curves")) {
      List<Row> all =
          rows(
              "SELECT * FROM curves WHERE observable = 'loss' AND basis = '%s' AND init_std = 0.1"
                      .formatted(curve.get("basis").textValue())
                  + " AND optimiser_step_size = 5e-4 ORDER BY step");
      JsonNode shown = curve.get("points").get("0");
      assertThat(shown.size()).isBetween(20, 40);
      // The ends stay, and what is shown of the rest is a row of the table.
      assertSame(shown.get(0).get(3), all.get(0), "median");
      assertSame(shown.get(shown.size() - 1).get(3), all.get(all.size() - 1), "median");
      for (JsonNode step : shown) {
        Row row =
            all.stream()
                .filter(each -> each.<Long>getAs("step") == step.get(0).longValue())
                .findFirst()
                .orElseThrow();
        assertSame(step.get(3), row, "median");
        assertSame(step.get(9), row, "live");
      }
    }
  }

  @Test
  void lawsFiguresAndNeurons_areThere() {
    assertThat(data.get("scaling")).hasSize(4);
    assertThat(data.get("scaling").get(0).get("terms").findValuesAsText("term"))
        .contains("slope", "intercept", "per_decade");
    assertThat(data.get("boundaries")).hasSize(5);
    assertThat(data.get("figures").findValuesAsText("name"))
        .isEqualTo(sweep.figures().stream().map(figure -> figure.name()).toList());
    JsonNode neurons = data.get("components").get(0);
    assertThat(neurons.get("observable").textValue()).isEqualTo("neuron-norm");
    assertThat(neurons.get("curves")).hasSize(20);
    List<Row> last =
        rows(
            "SELECT value FROM observations JOIN trials USING (trial_id) WHERE observable ="
                + " 'neuron-norm' AND component = 3 AND seed = 0 AND init_std = 0.1 AND"
                + " optimiser_step_size = 5e-4 ORDER BY step DESC LIMIT 1");
    JsonNode third = neurons.get("curves").get(3);
    assertThat(neurons.get("place").intValue()).isZero();
    assertSame(third.get(third.size() - 1), last.get(0), "value");
    assertThat(data.get("left")).isEmpty();
  }

  @Test
  void page_saysWhatItShows_andAsksForNothing() {
    assertThat(report.source()).startsWith("published 20").contains(" UTC (");
    assertThat(data.get("source").textValue()).isEqualTo(report.source());
    assertThat(data.get("about").toString()).contains("100 of 100 are finished");
    assertThat(report.page())
        .startsWith("<!doctype html>")
        .contains("default-src 'none'")
        .doesNotContain("src=\"http", "href=\"http", "@import");
  }

  @Test
  void whatIsCommitted_isShownWithoutBeingPublished() throws IOException {
    String before = publication();
    // Of six seeds, five are committed, and the tables are of another plan.
    Sweep more = quickstart(6);
    try (Lease held = Lease.take(folder("quickstart"), Jobs.settings())) {
      assertThat(held).isNotNull();
      ReportJob.Report running = report(more);
      JsonNode now = ReportPages.data(running.page());
      assertThat(running.source()).startsWith("made 20").endsWith("committed by then");
      assertThat(now.get("remarks").toString()).contains("is being run by process", "not shown");
      assertThat(now.get("about").toString()).contains("100 of 120 are finished");
      // It is derived as published tables are.
      assertThat(now.get("statistics")).isEqualTo(data.get("statistics"));
      assertThat(now.get("curves")).isEqualTo(data.get("curves"));
      assertThat(now.get("scaling")).isEqualTo(data.get("scaling"));
      assertThat(now.get("figures")).isEqualTo(data.get("figures"));
    }
    assertThat(publication()).isEqualTo(before);
  }

  private static String publication() {
    return PublishedTables.find(folder("quickstart"))
        .flatMap(PublishedTables::manifest)
        .orElseThrow()
        .publication();
  }

  @Test
  void sweepWithoutAFinishedTrial_saysWhatToDo() throws IOException {
    Files.createDirectories(output.resolve("empty/_work"));
    Sweep empty = DecayTrials.sweep("empty", 1, List.of(0.1));
    assertThatThrownBy(() -> report(empty))
        .isInstanceOf(EngineException.class)
        .hasMessageEndingWith("run or aggregate the sweep first");
  }

  @Test
  void trialsThatFailed_areListedWithTheirErrors() throws IOException {
    Sweep failing = DecayTrials.sweep("failing", 2, List.of(0.1, -1.0, -2.0, -3.0));
    Jobs.run(SPARK, failing, output.toString());
    JsonNode lists = ReportPages.data(report(failing).page()).get("trials");
    assertThat(lists.get(0).get("rows").toString()).isEqualTo("[[\"boom\",4]]");
    assertThat(lists.get(1).get("rows")).hasSize(8);
    JsonNode values = ReportPages.data(report(failing).page()).get("axes").get(1).get("values");
    assertThat(values.toString()).isEqualTo("[\"b\",\"plain\"]");
  }
}
