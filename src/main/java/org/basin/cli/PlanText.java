package org.basin.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.basin.cli.help.KeyDocs;
import org.basin.cli.text.CellText;
import org.basin.cli.text.TextTable;
import org.basin.nn.Shape;
import org.basin.nn.TensorForm;
import org.basin.nn.model.Models;
import org.basin.plan.Axis;
import org.basin.plan.Grid;
import org.basin.plan.SeedRange;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.settings.Section;
import org.basin.settings.Seeds;
import org.basin.train.TrialParts;
import org.basin.train.Verdict;

/** Writes a plan as text: the axes, the counts and the first trials. */
final class PlanText {
  private static final int FIRST_TRIALS = 5;
  private static final int SHOWN_VALUES = 4;

  /** The max number of tensors that are listed. A network of many layers repeats itself. */
  private static final int SHOWN_TENSORS = 8;

  /**
   * The max number of indices that are tried to find the first trials, because {@code where} may
   * drop many.
   */
  private static final int SEARCHED = 100_000;

  private final Sweep sweep;
  private final String output;
  private final Set<Verdict> retries;
  private final Grid grid;
  private final List<TrialSpec> first = new ArrayList<>();

  /**
   * Makes the text.
   *
   * @param output the folder of all sweeps, where trials of this one may be finished
   * @param retries the verdicts whose finished trials are trained again
   */
  PlanText(Sweep sweep, String output, Set<Verdict> retries) {
    this.retries = retries;
    this.sweep = sweep;
    this.output = output;
    this.grid = sweep.grid().orElseThrow(); // Only a file with a trial is planned.
    long end = Math.min(grid.size(), SEARCHED);
    for (long i = 0; i < end && first.size() < FIRST_TRIALS; i++) {
      TrialSpec trial = grid.trial(i);
      if (trial != null) {
        first.add(trial);
      }
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Sweep " + sweep.name());
    lines.add("");
    lines.addAll(axes());
    lines.add("");
    lines.addAll(counts());
    lines.addAll(tensors());
    if (!first.isEmpty()) {
      lines.add("");
      lines.add("First trials:");
      lines.addAll(trials());
    }
    return lines;
  }

  private List<String> axes() {
    KeyDocs docs = new KeyDocs();
    List<List<String>> rows = new ArrayList<>();
    for (Axis axis : grid.axes()) {
      for (int p = 0; p < axis.paths().size(); p++) {
        int column = p;
        List<Object> values = axis.values().stream().map(row -> row.get(column)).toList();
        String path = axis.paths().get(p);
        rows.add(
            List.of(
                (p == 0 ? "" : "+ ") + path,
                p == 0 ? CountText.of(axis.size()) : "",
                shown(values),
                (first.isEmpty() ? "" : docs.of(path, first.get(0).settings()))
                    + (axis.onlyWhen().isEmpty() ? "" : " (only when " + axis.onlyWhen() + ")")));
      }
    }
    SeedRange seeds = grid.seeds();
    rows.add(
        List.of(
            "seeds",
            CountText.of(seeds.count()),
            seeds.count() == 1
                ? String.valueOf(seeds.from())
                : seeds.from() + " … " + (seeds.from() + seeds.count() - 1),
            vary(seeds)));
    return table(List.of("axis", "values", "first … last", "meaning"), rows, 1);
  }

  private static String vary(SeedRange seeds) {
    String streams =
        Seeds.STREAMS.stream().filter(seeds.vary()::contains).collect(Collectors.joining(", "));
    return seeds.vary().isEmpty()
        ? "no stream varies: one trial a point"
        : "replicates; varies " + streams;
  }

  private List<String> counts() {
    long trials = grid.count();
    long points = grid.pointCount();
    long product = grid.size() / grid.seeds().count();
    List<String> lines = new ArrayList<>();
    lines.add(
        CountText.of(points, "point")
            + (points == product ? "" : " (of " + CountText.of(product) + " in the full grid)")
            + ", "
            + CountText.of(trials, "trial"));
    lines.add(
        "Batches of up to "
            + sweep.lanes()
            + " trials: at least "
            + CountText.of((trials + sweep.lanes() - 1) / sweep.lanes()));
    lines.addAll(new PlanCost(sweep, output, retries).lines());
    return lines;
  }

  /**
   * Lists the tensors of the first trial's model, for users who set them; empty if the model cannot
   * be built.
   */
  private List<String> tensors() {
    if (first.isEmpty() || !first.get(0).isResolved()) {
      return List.of();
    }
    TrialSpec trial = first.get(0);
    Section model = trial.section("model");
    List<TensorForm> forms = Models.CATALOGUE.of(model).tensors();
    List<Shape> shapes;
    try {
      shapes = TrialParts.of(trial, List.of()).model().shapes();
    } catch (OutOfMemoryError e) {
      return List.of(); // The trial's data are too large for this process.
    }
    List<List<String>> rows = new ArrayList<>();
    for (Shape shape : shapes.subList(0, Math.min(shapes.size(), SHOWN_TENSORS))) {
      rows.add(
          List.of(
              shape.name(),
              shape.rows() + " x " + shape.columns(),
              TensorForm.of(shape.name(), forms).map(TensorForm::row).orElse("")));
    }
    List<String> lines = new ArrayList<>(List.of("", "Tensors of the first trial's model:"));
    lines.addAll(table(List.of("tensor", "rows x columns", "a row is"), rows, 1));
    if (shapes.size() > SHOWN_TENSORS) {
      lines.add("and " + (shapes.size() - SHOWN_TENSORS) + " more");
    }
    return lines;
  }

  private List<String> trials() {
    Set<String> paths = new LinkedHashSet<>();
    grid.axes().forEach(axis -> paths.addAll(axis.paths()));
    List<String> names = new ArrayList<>(List.of("index", "trial_id", "seed"));
    names.addAll(paths);
    List<List<String>> rows = new ArrayList<>();
    for (TrialSpec trial : first) {
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(trial.index()));
      row.add(trial.id());
      row.add(String.valueOf(trial.seed()));
      for (String path : paths) {
        row.add(CellText.forTable(trial.settings().get(path)));
      }
      rows.add(row);
    }
    return table(names, rows, 0);
  }

  private static List<String> table(List<String> names, List<List<String>> rows, int number) {
    boolean[] isNumber = new boolean[names.size()];
    isNumber[number] = true;
    TextTable table = new TextTable(names, isNumber, rows);
    List<String> lines = new ArrayList<>(List.of(table.header(), table.rule()));
    rows.forEach(row -> lines.add(table.row(row)));
    return lines;
  }

  private static String shown(List<Object> values) {
    List<String> texts = values.stream().limit(SHOWN_VALUES).map(CellText::forTable).toList();
    if (values.size() <= SHOWN_VALUES) {
      return String.join(", ", texts);
    }
    return String.join(", ", texts.subList(0, 2))
        + " … "
        + CellText.forTable(values.get(values.size() - 1));
  }
}
