package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.chart.Chart;
import org.basin.chart.ChartRow;
import org.basin.chart.Layer;
import org.basin.chart.Mark;
import org.basin.chart.Scale;
import org.basin.config.SweepReader;
import org.basin.engine.figure.FigureException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of the quickstart hold the numbers of its tables. */
class FigureJobIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final List<String> FEW = List.of("seeds.count=5");

  @TempDir static Path output;

  private static Sweep sweep;

  @BeforeAll
  static void run() {
    sweep = new SweepReader().read(Path.of("conf/quickstart.conf"), "", FEW);
    new RunJob(SPARK, Jobs.settings()).run(sweep, output.toString());
  }

  /** The quickstart with other figures. */
  private static Sweep drawing(String figures) throws IOException {
    String quickstart = Files.readString(Path.of("conf/quickstart.conf"));
    String text = quickstart.substring(0, quickstart.indexOf("  # Pictures"));
    Path file = output.resolve("figures.conf");
    Files.writeString(file, text + "  figures = [" + figures + "]\n}\n");
    return new SweepReader().read(file, "", FEW);
  }

  private static SweepFolder folder() {
    return SweepFolder.of(new Configuration(), output.toString(), "quickstart");
  }

  private static Chart chart(Sweep of, String name) {
    return new FigureJob(SPARK, Jobs.settings())
        .charts(folder(), of, of.figures()).charts().stream()
            .filter(chart -> chart.name().equals(name))
            .findFirst()
            .orElseThrow();
  }

  private static List<Row> rows(String query) {
    return new SqlJob(SPARK, Jobs.settings()).query(folder(), query).collectAsList();
  }

  private static List<Layer> layers(Chart chart, Mark mark) {
    return chart.panels().stream()
        .flatMap(panel -> panel.layers().stream())
        .filter(layer -> layer.mark() == mark)
        .toList();
  }

  @Test
  void measure_hasThePointsAndTheLaw() {
    Chart chart = chart(sweep, "escape");
    assertThat(chart.x().kind()).isEqualTo(Scale.Kind.LOG);
    assertThat(chart.x().label()).isEqualTo("init.std");
    assertThat(chart.legend()).isEqualTo("optimiser.step-size");
    List<Row> points =
        rows(
            "SELECT init_std, value, low, high, count FROM points WHERE subject = 'escape' AND"
                + " statistic = 'km_median' AND optimiser_step_size = 0.001 ORDER BY index");
    Layer layer =
        layers(chart, Mark.POINTS).stream()
            .filter(each -> each.series().equals("0.001"))
            .findFirst()
            .orElseThrow();
    assertThat(layer.rows()).hasSameSizeAs(points);
    for (int i = 0; i < points.size(); i++) {
      ChartRow row = layer.rows().get(i);
      assertThat(row.x()).isEqualTo(points.get(i).get(0));
      assertThat(row.y()).isEqualTo(points.get(i).get(1));
      assertThat(row.count()).isEqualTo(points.get(i).getLong(4));
    }
    Row law =
        rows("SELECT max(value) FILTER (WHERE term = 'intercept'), max(value) FILTER (WHERE"
                + " term = 'slope'), max(axis_low), max(axis_high) FROM scaling WHERE headline"
                + " AND optimiser_step_size = 0.001")
            .get(0);
    assertThat(law.getDouble(2)).isEqualTo(1e-5);
    assertThat(law.getDouble(3)).isEqualTo(1e-3);
    Layer line =
        layers(chart, Mark.LINE).stream()
            .filter(each -> each.series().equals("0.001"))
            .findFirst()
            .orElseThrow();
    assertThat(line.dashed()).isTrue();
    ChartRow last = line.rows().get(line.rows().size() - 1);
    assertThat((Double) last.x()).isCloseTo(1e-3, within(1e-12));
    assertThat((Double) last.y())
        .isCloseTo(law.getDouble(0) + law.getDouble(1) * Math.log(1e-3), within(1e-6));
  }

  @Test
  void curves_haveAPanelForEachValue() {
    Chart chart = chart(sweep, "loss");
    assertThat(chart.panels()).hasSize(3);
    assertThat(chart.panels().get(0).title()).startsWith("optimiser.step-size = ");
    assertThat(chart.y().kind()).isEqualTo(Scale.Kind.LOG);
    assertThat(layers(chart, Mark.LINE)).hasSize(15);
    assertThat(layers(chart, Mark.BAND)).hasSize(15);
  }

  @Test
  void fraction_overTwoAxes_isCells() {
    Chart chart = chart(sweep, "verdicts");
    assertThat(chart.x().categories()).containsExactly("5.0e-4", "0.001", "0.002", "0.02");
    assertThat(chart.colour().orElseThrow().label()).isEqualTo("fraction diverged");
    assertThat(layers(chart, Mark.CELLS).get(0).rows()).hasSize(20);
  }

  @Test
  void survivalAndFractionAlongOneAxis_areDrawn() throws IOException {
    Sweep other =
        drawing(
            "{ name = hits, layers = [ { kind = survival, of = escape, panel ="
                + " [optimiser.step-size] } ] }, { name = part, layers = [ { kind = fraction, of ="
                + " escape, along = [init.std] } ] }");
    Chart hits = chart(other, "hits");
    assertThat(layers(hits, Mark.STEPS)).hasSize(20);
    assertThat(hits.y().max()).isEqualTo(1);
    assertThat(layers(chart(other, "part"), Mark.POINTS)).hasSize(4);
  }

  @Test
  void pointsThatDifferInAnAxisThatIsNotShown_areTold() throws IOException {
    Sweep other =
        drawing("{ name = mixed, layers = [ { kind = curves, of = loss, series = [init.std] } ] }");
    assertThatThrownBy(() -> chart(other, "mixed"))
        .isInstanceOf(FigureException.class)
        .hasMessageContaining("figures.conf:")
        .hasMessageContaining("several points at one place");
  }

  @Test
  void everyView_passesTheCheckBeforeTheRun() {
    assertThatCode(() -> QueryCheck.check(sweep)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT step AS x FROM curves | has no column y
          SELECT step AS x, step AS y, step AS z FROM curves | column z is none of a figure's
          SELECT step AS x, step AS y, step AS Y FROM curves | has two columns y
          SELECT stepp AS x, step AS y FROM curves | stepp
          DROP TABLE curves | SELECT
          SELECT step AS x, array(step) AS y FROM curves | must be a number
          """)
  void wrongQuery_isToldBeforeTheRun(String sql, String problem) throws IOException {
    Sweep other = drawing("{ name = wrong, layers = [ { kind = line, sql = \"" + sql + "\" } ] }");
    assertThatThrownBy(() -> QueryCheck.check(other))
        .isInstanceOf(FigureException.class)
        .hasMessageContaining("figures.conf:")
        .hasMessageContaining("figure wrong")
        .hasMessageContaining(problem);
  }
}
