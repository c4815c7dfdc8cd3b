package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.basin.cli.text.CellText;
import org.basin.cli.text.Paragraph;
import org.basin.cli.text.SparkErrors;
import org.basin.cli.text.TextTable;
import org.basin.engine.claim.ClaimException;
import org.basin.engine.claim.ClaimResult;
import org.basin.engine.claim.ClaimResult.Reading;
import org.basin.engine.claim.ClaimVerdict;
import org.basin.engine.claim.Verification;
import org.basin.plan.Claim;

/** Writes claims and their verdicts as text. */
final class ClaimText {
  private static final String INDENT = "  ";

  private ClaimText() {}

  /**
   * Returns the text of a verification: the sweep, a block for each claim, the count of verdicts
   * and the place of the table.
   */
  static List<String> lines(Verification all) {
    List<String> lines = new ArrayList<>();
    lines.add(
        all.sweep()
            + ": "
            + CountText.of(all.results().size(), "claim")
            + " over "
            + CountText.of(all.planned() - all.missing(), "trial")
            + " ("
            + all.streams()
            + ")");
    lines.addAll(missing(all));
    for (ClaimResult result : all.results()) {
      lines.add("");
      Claim claim = result.claim();
      lines.add(result.verdict().text().toUpperCase(Locale.ROOT) + ": " + claim.name());
      lines.addAll(Paragraph.lines(INDENT, claim.says()));
      if (!claim.source().isEmpty()) {
        lines.addAll(Paragraph.lines(INDENT, "(" + claim.source() + ")"));
      }
      lines.addAll(readings(result));
    }
    lines.add("");
    lines.add(count(all));
    lines.add("Table: " + FolderText.shown(all.folder()) + "/claims");
    return lines;
  }

  private static List<String> missing(Verification all) {
    return all.missing() == 0
        ? List.of()
        : Paragraph.lines(
            "",
            CountText.of(all.missing())
                + " of "
                + CountText.of(all.planned(), "planned trial")
                + (all.missing() == 1 ? " is" : " are")
                + " missing, so there is no verdict yet; basin run trains them");
  }

  /** Returns a count of verdicts, such as {@code 2 claims hold, 1 fails}. */
  private static String count(Verification all) {
    List<String> parts = new ArrayList<>();
    for (ClaimVerdict verdict : ClaimVerdict.values()) {
      long n = all.count(verdict);
      if (n > 0) {
        String word =
            switch (verdict) {
              case HOLDS -> n == 1 ? "holds" : "hold";
              case FAILS -> n == 1 ? "fails" : "fail";
              case NOT_ENOUGH_DATA -> (n == 1 ? "has" : "have") + " not enough data";
            };
        parts.add((parts.isEmpty() ? CountText.of(n, "claim") : CountText.of(n)) + " " + word);
      }
    }
    return String.join(", ", parts);
  }

  /**
   * Returns the text of a control: a block for each claim, which says whether the claim fails as it
   * must.
   */
  static List<String> control(Verification all) {
    List<String> lines = new ArrayList<>();
    for (ClaimResult result : all.results()) {
      Claim claim = result.claim();
      lines.add("CONTROL: " + claim.name());
      lines.addAll(Paragraph.lines(INDENT, "under " + String.join(", ", claim.control())));
      lines.addAll(readings(result));
      lines.add("");
      lines.add(INDENT + "control: " + outcome(result));
      lines.add("");
    }
    lines.add("Tables: " + FolderText.shown(all.folder()));
    return lines;
  }

  private static String outcome(ClaimResult result) {
    long fails = result.count(ClaimVerdict.FAILS);
    return switch (result.verdict()) {
      case HOLDS -> "HOLDS, but must fail";
      case NOT_ENOUGH_DATA -> "NOT ENOUGH DATA, but must fail";
      case FAILS ->
          "fails as it must"
              + (fails == result.readings().size()
                  ? ""
                  : ", in " + fails + " of " + result.readings().size() + " readings");
    };
  }

  private static List<String> readings(ClaimResult result) {
    List<Reading> rows = result.readings();
    if (rows.isEmpty()) {
      return List.of(INDENT + "The query yields no row.");
    }
    List<String> names = new ArrayList<>();
    List<Function<Reading, String>> cells = new ArrayList<>();
    List<Boolean> isNumber = new ArrayList<>();
    add(names, cells, isNumber, rows, "reading", false, Reading::name);
    add(names, cells, isNumber, rows, "verdict", false, reading -> reading.verdict().text());
    add(names, cells, isNumber, rows, "effect", true, reading -> number(reading.effect()));
    add(names, cells, isNumber, rows, "low", true, reading -> number(reading.low()));
    add(names, cells, isNumber, rows, "high", true, reading -> number(reading.high()));
    add(
        names,
        cells,
        isNumber,
        rows,
        "n",
        true,
        reading -> reading.n() < 0 ? "" : CountText.of(reading.n()));
    if (names.size() == 1 && rows.size() == 1) {
      return List.of(); // There is nothing but the verdict, which is printed above.
    }
    boolean[] right = new boolean[names.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = isNumber.get(i);
    }
    List<List<String>> table =
        rows.stream().map(row -> cells.stream().map(cell -> cell.apply(row)).toList()).toList();
    TextTable text = new TextTable(names, right, table);
    List<String> lines = new ArrayList<>(List.of("", INDENT + text.header(), INDENT + text.rule()));
    table.forEach(row -> lines.add(INDENT + text.row(row)));
    return lines;
  }

  /** Adds a column, unless it is empty in every row. */
  private static void add(
      List<String> names,
      List<Function<Reading, String>> cells,
      List<Boolean> isNumber,
      List<Reading> rows,
      String name,
      boolean number,
      Function<Reading, String> cell) {
    if (rows.stream().anyMatch(row -> !cell.apply(row).isEmpty())) {
      names.add(name);
      cells.add(cell);
      isNumber.add(number);
    }
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : CellText.rounded(value);
  }

  /** Returns the problem with a claim's query, and the place where the query is written. */
  static String problem(ClaimException bad) {
    Claim claim = bad.claim();
    String what =
        bad.getCause() == null
            ? bad.getMessage()
            : SparkErrors.line(bad.getCause())
                .orElseGet(() -> FailureReport.oneLine(bad.getCause()));
    return (claim.place().isEmpty() ? "basin" : claim.place())
        + ": claim "
        + claim.name()
        + ": "
        + what;
  }
}
