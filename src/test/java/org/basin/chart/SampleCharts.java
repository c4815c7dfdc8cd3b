package org.basin.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Charts to draw. */
final class SampleCharts {

  private SampleCharts() {}

  /** Returns a chart of two panels with every mark but cells, on logarithmic axes. */
  static Chart lines() {
    return new Chart(
        "sample",
        "A title",
        "A caption that is longer than a line of a narrow picture, so that it goes on below.",
        "init.std",
        Scale.of("step", true),
        Scale.of("loss", true),
        Optional.empty(),
        List.of(panel("model.width = 20"), panel("model.width = 200")),
        0);
  }

  private static Panel panel(String title) {
    return new Panel(
        title,
        List.of(
            new Layer(Mark.BAND, "0.01", false, rows()),
            new Layer(Mark.LINE, "0.01", false, rows()),
            new Layer(Mark.STEPS, "0.1", false, rows()),
            new Layer(Mark.INTERVALS, "1", false, rows()),
            new Layer(Mark.POINTS, "1", false, rows()),
            new Layer(Mark.LINE, "law", true, rows())));
  }

  /** Rows that fall by a power law; one has no value, one an open interval. */
  private static List<ChartRow> rows() {
    List<ChartRow> rows = new ArrayList<>();
    for (int step = 1; step <= 100_000; step *= 10) {
      double value = step == 100 ? Double.NaN : 2 / Math.sqrt(step);
      double high = step == 1000 ? Double.NaN : 2 * value;
      rows.add(new ChartRow(step, value, value / 2, high, 10));
    }
    return rows;
  }

  /** Returns a chart of two panels of which one has numbers a thousand times as large. */
  static Chart quantities(boolean shared) {
    List<Panel> panels = new ArrayList<>();
    for (int size : new int[] {1, 1000}) {
      List<ChartRow> rows = new ArrayList<>();
      for (int x = 0; x <= 4; x++) {
        rows.add(new ChartRow(x, x * size, Double.NaN, Double.NaN, 1));
      }
      panels.add(new Panel("of " + size, List.of(new Layer(Mark.LINE, "", false, rows))));
    }
    return new Chart(
        "quantities",
        "",
        "",
        "",
        Scale.of("x", false),
        new Scale("", Scale.Kind.LINEAR, Double.NaN, Double.NaN, shared, List.of()),
        Optional.empty(),
        panels,
        2);
  }

  /** Returns a chart of cells, one of them unknown. */
  static Chart cells() {
    List<String> steps = List.of("0.001", "0.01");
    List<String> widths = List.of("10", "20", "40");
    List<ChartRow> cells = new ArrayList<>();
    for (String step : steps) {
      for (String width : widths) {
        double value = cells.isEmpty() ? Double.NaN : cells.size() / 5.0;
        cells.add(new ChartRow(step, width, value, Double.NaN, 20));
      }
    }
    return new Chart(
        "cells",
        "",
        "",
        "",
        Scale.of("optimiser.step-size", steps),
        Scale.of("model.width", widths),
        Optional.of(new ColourScale("fraction converged", 0, 1)),
        List.of(new Panel("", List.of(new Layer(Mark.CELLS, "", false, cells)))),
        0);
  }

  /** Returns a map of 150 by 120 cells, log-spaced from 1e-3 to 1e3; the first has no number. */
  static Chart map() {
    List<String> columns = logSpaced(150);
    List<String> rows = logSpaced(120);
    List<ChartRow> cells = new ArrayList<>();
    for (int x = 0; x < columns.size(); x++) {
      for (int y = 0; y < rows.size(); y++) {
        double value = x == 0 && y == 0 ? Double.NaN : (double) x / columns.size();
        cells.add(new ChartRow(columns.get(x), rows.get(y), value, Double.NaN, 1));
      }
    }
    return new Chart(
        "map",
        "",
        "",
        "",
        Scale.of("width", columns),
        Scale.of("std", rows),
        Optional.of(new ColourScale("part", 0, 1)),
        List.of(new Panel("", List.of(new Layer(Mark.CELLS, "", false, cells)))),
        0);
  }

  private static List<String> logSpaced(int count) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(String.valueOf(Math.pow(10, -3 + 6.0 * i / (count - 1))));
    }
    return values;
  }
}
