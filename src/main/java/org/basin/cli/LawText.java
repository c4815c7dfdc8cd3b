package org.basin.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.basin.engine.LawSummary;
import org.basin.stats.Estimate;
import org.basin.tables.Columns;

/** Writes scaling laws and boundaries as the rows of a table. */
final class LawText {

  /** Below this p value, a reader is told that a straight line is wrong. There may be many rows. */
  private static final double BENT = 0.001;

  /** An interval says how many digits mean something; more than these never do. */
  private static final MathContext DIGITS = new MathContext(4);

  private LawText() {}

  /** Returns no line if there are no laws. */
  static List<String> lines(List<LawSummary> laws) {
    if (laws.isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    merged(laws).forEach((law, where) -> rows.add(row(law, where)));
    TextTable table =
        new TextTable(
            List.of("law", "at", "value", "interval"),
            new boolean[] {false, false, true, false},
            rows);
    List<String> lines = new ArrayList<>(List.of(table.header(), table.rule()));
    rows.forEach(row -> lines.add(table.row(row)));
    return lines;
  }

  /** Boundaries that are the same at several values of the other axes become one row. */
  private static Map<LawSummary, List<Map<String, Object>>> merged(List<LawSummary> laws) {
    Map<LawSummary, List<Map<String, Object>>> merged = new LinkedHashMap<>();
    for (LawSummary law : laws) {
      LawSummary anywhere =
          new LawSummary(
              law.of(), law.quantity(), law.along(), Map.of(), law.estimate(), law.curvature());
      merged.computeIfAbsent(anywhere, l -> new ArrayList<>()).add(law.by());
    }
    return merged;
  }

  private static List<String> row(LawSummary law, List<Map<String, Object>> where) {
    Estimate estimate = law.estimate();
    return List.of(
        name(law),
        where(where),
        Double.isNaN(estimate.value()) ? "" : rounded(estimate.value()),
        interval(estimate) + bent(law.curvature()));
  }

  private static String name(LawSummary law) {
    String axis = Columns.name(law.along());
    return switch (law.quantity()) {
      case LawSummary.BOUNDARY -> law.of() + " beyond " + axis;
      case "per_decade logarithmic" -> law.of() + " per decade of " + axis;
      case "slope exponential" -> "ln " + law.of() + " per unit of " + axis;
      case "slope linear" -> law.of() + " per unit of " + axis;
      default -> "exponent of " + law.of() + " in " + axis;
    };
  }

  private static String where(List<Map<String, Object>> values) {
    String first = where(values.get(0));
    return values.size() == 1 ? first : first + " and " + (values.size() - 1) + " more";
  }

  private static String where(Map<String, Object> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + " " + CellText.forTable(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String interval(Estimate estimate) {
    if (Double.isNaN(estimate.low()) && Double.isNaN(estimate.high())) {
      return estimate.method().equals("no-crossing") ? "not crossed" : "";
    }
    return end(estimate.low()) + " to " + end(estimate.high());
  }

  private static String end(double value) {
    return Double.isNaN(value) ? "?" : rounded(value);
  }

  private static String rounded(double value) {
    return CellText.rounded(new BigDecimal(value).round(DIGITS).doubleValue());
  }

  private static String bent(double p) {
    return p < BENT ? String.format(Locale.ROOT, "; bends, p = %.0e", p) : "";
  }
}
