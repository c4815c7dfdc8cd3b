package org.basin.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.basin.cli.text.CellText;
import org.basin.cli.text.DisplayWidth;
import org.basin.cli.text.Paragraph;
import org.basin.cli.text.TextTable;
import org.basin.engine.LawSummary;
import org.basin.stats.Estimate;
import org.basin.tables.Columns;

/**
 * Writes scaling laws and boundaries: the name of each with its numbers below, one row for each
 * value of the axes by which it was found apart.
 */
final class LawText {

  private static final String INDENT = "  ";

  /** An interval says how many digits mean something; more than these never do. */
  private static final MathContext DIGITS = new MathContext(4);

  /**
   * A row.
   *
   * @param place the values of the axes, or the law's name where there are none
   */
  private record Line(String place, String value, String interval) {}

  private LawText() {}

  /** Returns no line if there are no laws. */
  static List<String> lines(List<LawSummary> laws) {
    if (laws.isEmpty()) {
      return List.of();
    }
    Map<LawSummary, List<Map<String, Object>>> merged = merged(laws);
    List<Line> rows = new ArrayList<>();
    String before = "";
    for (Map.Entry<LawSummary, List<Map<String, Object>>> entry : merged.entrySet()) {
      LawSummary law = entry.getKey();
      String label = label(law, merged.keySet());
      boolean isOne = entry.getValue().get(0).isEmpty();
      if (!isOne && !label.equals(before)) {
        rows.add(new Line(label, "", ""));
      }
      before = label;
      rows.add(row(isOne ? label : INDENT + where(entry.getValue()), law));
    }
    return table(rows);
  }

  /** The numbers stand in two columns at the right, and the names have what is left of a line. */
  private static List<String> table(List<Line> rows) {
    List<List<String>> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(List.of(row.value(), row.interval())));
    TextTable numbers =
        new TextTable(List.of("value", "interval"), new boolean[] {true, false}, cells);
    int most = Paragraph.WIDTH - DisplayWidth.of(numbers.rule()) - INDENT.length();
    int width =
        rows.stream()
            .filter(row -> !row.interval().isEmpty() || !row.value().isEmpty())
            .mapToInt(row -> DisplayWidth.of(row.place()))
            .filter(each -> each <= most)
            .max()
            .orElse("law".length());
    List<String> lines = new ArrayList<>();
    lines.add(beside("law", width, numbers.header()));
    lines.add("-".repeat(width) + INDENT + numbers.rule());
    for (Line row : rows) {
      String indent = row.place().startsWith(INDENT) ? INDENT : "";
      String right = numbers.row(List.of(row.value(), row.interval()));
      if (DisplayWidth.of(row.place()) <= width) {
        lines.add(beside(row.place(), width, right));
      } else {
        lines.addAll(Paragraph.lines(indent, row.place()));
        if (!right.isEmpty()) {
          lines.add(beside("", width, right));
        }
      }
    }
    return lines;
  }

  private static String beside(String left, int width, String right) {
    String blanks = " ".repeat(width - DisplayWidth.of(left));
    return (left + blanks + INDENT + right).stripTrailing();
  }

  /** Boundaries that are the same at several values of the other axes become one row. */
  private static Map<LawSummary, List<Map<String, Object>>> merged(List<LawSummary> laws) {
    Map<LawSummary, List<Map<String, Object>>> merged = new LinkedHashMap<>();
    for (LawSummary law : laws) {
      merged.computeIfAbsent(law.anywhere(), l -> new ArrayList<>()).add(law.by());
    }
    return merged;
  }

  private static Line row(String place, LawSummary law) {
    Estimate estimate = law.estimate();
    return new Line(
        place,
        Double.isNaN(estimate.value()) ? "" : rounded(estimate.value()),
        interval(estimate) + (law.bends() ? "; bends" : ""));
  }

  /** What the numbers of a law are, with its name where another law has the same numbers. */
  private static String label(LawSummary law, Collection<LawSummary> all) {
    String label = label(law);
    boolean isAmbiguous =
        all.stream()
            .anyMatch(other -> !other.name().equals(law.name()) && label(other).equals(label));
    return isAmbiguous ? label + " (" + law.name() + ")" : label;
  }

  private static String label(LawSummary law) {
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
}
