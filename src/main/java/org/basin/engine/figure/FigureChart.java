package org.basin.engine.figure;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.chart.Chart;
import org.basin.chart.ChartRow;
import org.basin.chart.ColourScale;
import org.basin.chart.Layer;
import org.basin.chart.Mark;
import org.basin.chart.Panel;
import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryException;
import org.basin.engine.query.QueryLimits;
import org.basin.plan.Sweep;
import org.basin.plan.figure.Figure;
import org.basin.plan.figure.FigureScale;

/** Makes the chart of a figure: runs its queries, and sorts their rows into panels and series. */
public final class FigureChart {

  private final SparkSession spark;
  private final QueryAnalyser queries;
  private final QueryLimits limits;

  /**
   * Makes one for the views of a session.
   *
   * @param queries analyses queries over these views
   */
  public FigureChart(SparkSession spark, QueryAnalyser queries) {
    this.spark = spark;
    this.queries = queries;
    this.limits = QueryLimits.load();
  }

  /**
   * Returns the chart.
   *
   * @throws FigureException if a query is wrong or yields more rows than a figure may have
   */
  public Chart of(Sweep sweep, Figure asked) {
    DrawnFigure figure = DrawnFigure.of(sweep, asked);
    // Panels by name; in each, layers in their order, each with its strokes.
    Map<String, List<Layer>> panels = new LinkedHashMap<>();
    List<PanelRow> cells = new ArrayList<>();
    for (DrawnLayer layer : figure.layers()) {
      Map<String, Map<Stroke, List<ChartRow>>> rows = new LinkedHashMap<>();
      for (PanelRow row : rows(figure, layer)) {
        rows.computeIfAbsent(row.panel(), any -> new LinkedHashMap<>())
            .computeIfAbsent(row.stroke(), any -> new ArrayList<>())
            .add(row.row());
        cells.add(row);
      }
      rows.forEach(
          (panel, byStroke) ->
              byStroke.forEach(
                  (stroke, of) ->
                      panels
                          .computeIfAbsent(panel, any -> new ArrayList<>())
                          .add(new Layer(layer.mark(), stroke.series(), layer.dashed(), of))));
    }
    List<Panel> all = new ArrayList<>();
    NumberOrder.sorted(panels.keySet()).forEach(name -> all.add(new Panel(name, panels.get(name))));
    if (all.isEmpty()) {
      all.add(new Panel("", List.of()));
    }
    return new Chart(
        figure.name(),
        figure.title(),
        figure.caption(),
        figure.legend(),
        ScaleChoice.of(figure.x(), cells.stream().map(row -> row.row().x()).toList()),
        ScaleChoice.of(figure.y(), cells.stream().map(row -> row.row().y()).toList()),
        colour(figure, cells),
        all,
        figure.columns());
  }

  /** What is drawn without lifting the pen: one line of a series, or all of it. */
  private record Stroke(String series, String line) {}

  /** A row of a query, and where it belongs. */
  private record PanelRow(String panel, Stroke stroke, ChartRow row) {}

  private List<PanelRow> rows(DrawnFigure figure, DrawnLayer layer) {
    int most = layer.mark() == Mark.CELLS ? limits.figureCells() : limits.figureRows();
    List<Row> rows;
    List<String> names;
    try {
      Dataset<Row> result = queries.query(spark, layer.sql(), true);
      Optional<String> problem = LayerColumns.problem(figure, layer, result.schema());
      if (problem.isPresent()) {
        throw new FigureException(figure, layer, problem.get());
      }
      names = List.of(result.schema().fieldNames());
      rows = result.takeAsList(most + 1);
    } catch (QueryException e) {
      throw new FigureException(figure, layer, e.getMessage());
    }
    if (rows.size() > most) {
      String problem = "yields more than " + most + " rows, must be aggregated to fewer";
      throw new FigureException(figure, layer, problem);
    }
    Places places = new Places(names);
    List<PanelRow> found = rows.stream().map(row -> row(places, row, layer)).toList();
    if (layer.single()) {
      checkSingle(figure, layer, found);
    }
    return found;
  }

  /** A line through several points at each x would go to and fro between them. */
  private static void checkSingle(DrawnFigure figure, DrawnLayer layer, List<PanelRow> rows) {
    boolean cells = layer.mark() == Mark.CELLS;
    Set<List<Object>> places = new HashSet<>();
    for (PanelRow row : rows) {
      Object y = cells ? row.row().y() : "";
      if (!places.add(List.of(row.panel(), row.stroke(), row.row().x(), y))) {
        throw new FigureException(
            figure,
            layer,
            "has several points at one place, must name the axis in which they differ in series or"
                + " panel, or choose among them by where");
      }
    }
  }

  private static PanelRow row(Places places, Row row, DrawnLayer layer) {
    String series = places.text(row, "series").orElse(layer.series());
    Object x = places.value(row, "x").orElse(Double.NaN);
    Object y = places.value(row, "y").orElse(Double.NaN);
    boolean text = layer.mark() == Mark.CELLS;
    return new PanelRow(
        places.text(row, "panel").orElse(""),
        new Stroke(series, places.text(row, "line").orElse("")),
        new ChartRow(
            text ? NumberOrder.text(x) : x,
            text ? NumberOrder.text(y) : y,
            places.number(row, "low"),
            places.number(row, "high"),
            (long) places.number(row, "n", -1)));
  }

  private static Optional<ColourScale> colour(DrawnFigure figure, List<PanelRow> rows) {
    if (figure.layers().get(0).mark() != Mark.CELLS) {
      return Optional.empty();
    }
    FigureScale scale = figure.colour();
    DoubleSummaryStatistics found =
        rows.stream()
            .mapToDouble(row -> row.row().low())
            .filter(Double::isFinite)
            .summaryStatistics();
    boolean any = found.getCount() > 0;
    double min = Double.isNaN(scale.min()) ? (any ? found.getMin() : 0) : scale.min();
    double max = Double.isNaN(scale.max()) ? (any ? found.getMax() : 1) : scale.max();
    // Equal numbers have the first colour.
    return Optional.of(new ColourScale(scale.label(), min, max > min ? max : min + 1));
  }
}
