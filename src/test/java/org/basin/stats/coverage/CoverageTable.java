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

  /** The standard error of a coverage of 95 % is then half of one per cent. */
  private static final int SWEEPS = 2_000;

  private final List<Integer> sizes;
  private final List<IntervalKind> kinds;
  private final ConcurrentMap<Cell, Coverage> coverages = new ConcurrentHashMap<>();

  /**
   * Simulates.
   *
   * @param sizes the numbers of trials a point, ascending
   */
  CoverageTable(List<IntervalKind> kinds, List<Integer> sizes) {
    this.kinds = kinds;
    this.sizes = sizes;
    kinds.stream()
        .flatMap(this::cells)
        .parallel()
        .forEach(cell -> coverages.put(cell, cell.simulate()));
  }

  private Stream<Cell> cells(IntervalKind kind) {
    return Stream.of(TimeLaw.values())
        .flatMap(law -> sizes.stream().map(size -> new Cell(kind, law, size)));
  }

  private boolean isLargest(Cell cell) {
    return cell.size.equals(sizes.get(sizes.size() - 1));
  }

  /**
   * What lies outside 93 to 97 % at the largest size without a reason, or inside 94 to 96 % in
   * spite of one.
   */
  List<String> surprises() {
    List<String> surprises = new ArrayList<>();
    kinds.stream()
        .flatMap(this::cells)
        .filter(this::isLargest)
        .forEach(
            cell -> {
              double fraction = coverages.get(cell).fraction();
              double off = Math.abs(fraction - 0.95);
              // Where most sweeps give no interval, those that do are no fair sample.
              boolean rare = coverages.get(cell).none() + coverages.get(cell).open() > SWEEPS / 2;
              if (cell.gap().isEmpty() && !rare && !(off <= 0.02)) {
                surprises.add(String.format(Locale.ROOT, "%s: %.4f", cell.name(), fraction));
              }
            });
    return surprises;
  }

  /** The table's lines, and below it the reasons of its marks. */
  List<String> lines(String setting) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("| interval | " + setting + " |");
    StringBuilder rule = new StringBuilder("|---|---|");
    for (TimeLaw law : TimeLaw.values()) {
      for (int size : sizes) {
        head.append(' ').append(size == sizes.get(0) ? law.text() + " " : "").append(size);
        head.append(" |");
        rule.append("---:|");
      }
    }
    lines.add(head.toString());
    lines.add(rule.toString());
    Set<Gap> gaps = new TreeSet<>(Comparator.comparing(Gap::mark));
    for (IntervalKind kind : kinds) {
      StringBuilder line = new StringBuilder("| " + kind.name() + " | " + kind.setting() + " |");
      cells(kind).forEach(cell -> line.append(' ').append(text(cell)).append(" |"));
      lines.add(line.toString());
      cells(kind).filter(this::isLargest).flatMap(cell -> cell.gap().stream()).forEach(gaps::add);
    }
    if (!gaps.isEmpty()) {
      lines.add("");
      gaps.forEach(gap -> lines.add("- " + gap.mark() + ": " + gap.reason()));
    }
    return lines;
  }

  private String text(Cell cell) {
    Coverage coverage = coverages.get(cell);
    long without = Math.round(100.0 * (coverage.none() + coverage.open()) / coverage.sweeps());
    String fraction =
        Double.isNaN(coverage.fraction())
            ? "–"
            : String.format(Locale.ROOT, "%.1f", 100 * coverage.fraction());
    String missing = without == 0 ? "" : "/" + without;
    String mark = isLargest(cell) ? cell.gap().map(gap -> " " + gap.mark()).orElse("") : "";
    return fraction + missing + mark;
  }

  private record Cell(IntervalKind kind, TimeLaw law, Integer size) {
    Coverage simulate() {
      return Coverage.of(kind, law, size, SWEEPS);
    }

    String name() {
      return kind.name() + " | " + kind.setting() + " | " + law.text();
    }

    /** Why the coverage may be what it is. */
    Optional<Gap> gap() {
      return Gap.of(name());
    }
  }
}
