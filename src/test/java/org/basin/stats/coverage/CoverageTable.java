package org.basin.stats.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Simulates the combinations of some kinds of intervals, and shows them as a table in Markdown. */
final class CoverageTable {

  /** Of 2,000 sweeps: two standard errors of a coverage of 95 % are 1 %. */
  private static final int SWEEPS = 2_000;

  private static final List<Integer> SEEDS = List.of(5, 10, 20, 100);

  private final List<Row> rows;
  private final ConcurrentMap<Cell, Coverage> coverages = new ConcurrentHashMap<>();

  CoverageTable(List<IntervalKind> kinds) {
    rows =
        kinds.stream()
            .flatMap(kind -> kind.censorings().stream().map(each -> new Row(kind, each)))
            .toList();
    rows.stream()
        .flatMap(Row::cells)
        .parallel()
        .forEach(cell -> coverages.put(cell, cell.simulate()));
  }

  /** What lies outside 93 to 97 % at 100 seeds without a reason, or inside in spite of one. */
  List<String> surprises() {
    List<String> surprises = new ArrayList<>();
    rows.stream()
        .flatMap(Row::cells)
        .filter(cell -> cell.seeds == 100)
        .forEach(
            cell -> {
              double fraction = coverages.get(cell).fraction();
              boolean good = fraction >= 0.93 && fraction <= 0.97;
              if (good == cell.gap().isPresent()) {
                surprises.add(
                    String.format(
                        Locale.ROOT,
                        "%s, %s, %s: %.4f",
                        cell.row.kind.name(),
                        cell.row.censoring,
                        cell.law,
                        fraction));
              }
            });
    return surprises;
  }

  /** The table's lines, and below it the reasons of what lies outside 93 to 97 % at 100 seeds. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("| interval | censored |");
    StringBuilder rule = new StringBuilder("|---|---|");
    for (TimeLaw law : TimeLaw.values()) {
      for (int seeds : SEEDS) {
        head.append(' ').append(seeds == SEEDS.get(0) ? law.text() + " " : "").append(seeds);
        head.append(" |");
        rule.append("---:|");
      }
    }
    lines.add(head.toString());
    lines.add(rule.toString());
    Set<Gap> gaps = new TreeSet<>(Comparator.comparing(Gap::mark));
    for (Row row : rows) {
      StringBuilder line = new StringBuilder("| " + row.kind.name());
      line.append(" | ").append(row.censoring.text()).append(" |");
      row.cells().forEach(cell -> line.append(' ').append(text(cell)).append(" |"));
      lines.add(line.toString());
      row.cells().flatMap(cell -> cell.gap().stream()).forEach(gaps::add);
    }
    lines.add("");
    gaps.forEach(gap -> lines.add("- " + gap.mark() + ": " + gap.reason()));
    return lines;
  }

  private String text(Cell cell) {
    Coverage coverage = coverages.get(cell);
    int without = coverage.none() + coverage.open();
    String fraction =
        Double.isNaN(coverage.fraction())
            ? "–"
            : String.format(Locale.ROOT, "%.1f", 100 * coverage.fraction());
    String missing = without == 0 ? "" : "/" + Math.round(100.0 * without / coverage.sweeps());
    String mark = cell.seeds == 100 ? cell.gap().map(gap -> " " + gap.mark()).orElse("") : "";
    return fraction + missing + mark;
  }

  private record Row(IntervalKind kind, Censoring censoring) {
    Stream<Cell> cells() {
      return Stream.of(TimeLaw.values())
          .flatMap(law -> SEEDS.stream().map(seeds -> new Cell(this, law, seeds)));
    }
  }

  private record Cell(Row row, TimeLaw law, int seeds) {
    Coverage simulate() {
      return Coverage.of(row.kind, law, row.censoring, seeds, SWEEPS);
    }

    Optional<Gap> gap() {
      return Gap.of(row.kind.name(), row.censoring, law);
    }
  }
}
