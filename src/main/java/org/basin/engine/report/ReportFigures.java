package org.basin.engine.report;

import java.util.ArrayList;
import java.util.List;
import org.basin.chart.Chart;
import org.basin.chart.ChartJson;
import org.basin.engine.figure.FigureChart;
import org.basin.engine.query.QueryException;
import org.basin.plan.figure.Figure;

/** The figures that the sweep declares, as far as they fit. */
final class ReportFigures {

  private final List<Object> charts = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  ReportFigures(ReportTables tables, ReportLimits limits) {
    FigureChart made = new FigureChart(tables.spark(), tables.queries());
    long rows = 0;
    for (Figure figure : tables.sweep().figures()) {
      try {
        Chart chart = made.of(tables.sweep(), figure);
        if (rows + chart.rows() > limits.figures()) {
          left.add(
              "The figure "
                  + figure.name()
                  + " has "
                  + chart.rows()
                  + " rows, too many for this page; basin plot draws it.");
        } else {
          rows += chart.rows();
          charts.add(new ReportJson.Raw(ChartJson.of(chart)));
        }
      } catch (QueryException e) {
        left.add("The figure " + figure.name() + " cannot be drawn: " + e.getMessage());
      }
    }
  }

  /** The charts. */
  List<Object> charts() {
    return charts;
  }

  /** A sentence for each figure that is left out. */
  List<String> left() {
    return left;
  }
}
