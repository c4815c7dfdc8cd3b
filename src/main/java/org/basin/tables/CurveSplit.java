package org.basin.tables;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.Sweep;
import org.basin.plan.analysis.Curve;
import org.basin.train.Series;
import org.basin.train.Verdict;

/**
 * Splits the curves of finished trials into blocks of steps: one row for each trial, declared
 * observable and block, see {@link CurveBlock}.
 */
final class CurveSplit implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String BLOCK = Columns.inner("block");

  /** The columns by which blocks are grouped; they come first. */
  static final List<String> KEY = List.of("point_id", "observable", BLOCK);

  /** The columns of a trial before those of the axes, in {@link #columns}. */
  private static final List<String> TRIAL = List.of("point_id", "index", "verdict", "steps");

  private final Sweep sweep;
  private final AxisColumns axes;
  private final long longest;
  private final int width;
  private final HashMap<String, long[]> observed;

  /**
   * Makes a split.
   *
   * @param longest the number of steps of the longest trial
   * @param width the max number of steps of a block
   * @param observed the steps at which imported trials record each observable; see {@link
   *     ObservedSteps}
   */
  CurveSplit(Sweep sweep, AxisColumns axes, long longest, int width, Map<String, long[]> observed) {
    this.observed = new HashMap<>(observed); // Serialisable, whatever the given one is.
    this.sweep = sweep;
    this.axes = axes;
    this.longest = longest;
    this.width = width;
  }

  AxisColumns axes() {
    return axes;
  }

  /** Returns the columns of the rows of {@link #blocks}. */
  static StructType schema(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>();
    fields.add(Columns.text("point_id"));
    fields.add(Columns.text("observable"));
    fields.add(Columns.small(BLOCK));
    fields.add(Columns.whole("index"));
    fields.addAll(axes.fields());
    fields.addAll(List.of(CurveBlock.FIELDS));
    return new StructType(fields.toArray(StructField[]::new));
  }

  /** Returns what {@link #blocks} needs of a finished trial, as SQL. */
  String[] columns() {
    TreeSet<String> names = new TreeSet<>();
    sweep.analyses().curves().forEach(curve -> names.add(curve.observable()));
    Stream<String> own = axes.names().stream().map(name -> "`" + name + "`");
    return Stream.of(
            TRIAL.stream().map(name -> "`" + name + "`"),
            own,
            Stream.of(MeasuredTrials.curves(names) + " AS series"))
        .flatMap(columns -> columns)
        .toArray(String[]::new);
  }

  /** Splits the curves of {@code trials}, of which those of a point come one after the other. */
  Iterator<Row> blocks(Iterator<Row> trials) {
    Grids grids = new Grids();
    Iterable<Row> all = () -> trials;
    return StreamSupport.stream(all.spliterator(), false)
        .flatMap(trial -> blocks(trial, grids))
        .iterator();
  }

  private Stream<Row> blocks(Row trial, Grids grids) {
    return OutcomeTable.series(trial).stream()
        .filter(series -> series.steps().length > 0)
        .flatMap(series -> blocks(trial, series, grids.of(trial, series.observable())));
  }

  private Stream<Row> blocks(Row trial, Series series, long[] grid) {
    Verdict verdict = Verdict.of(trial.getAs("verdict"));
    // What failed or ran out of time might have gone anywhere, so its last value says nothing.
    boolean isCarried = verdict.isComplete() || verdict == Verdict.DIVERGED;
    long end = trial.<Long>getAs("steps");
    List<Row> rows = new ArrayList<>();
    for (int first = 0; first < grid.length; first += width) {
      CurveBlock block =
          CurveBlock.of(series.steps(), series.values(), end, isCarried, grid, first, width);
      if (block.hasValues()) {
        rows.add(row(trial, series.observable(), first / width, block));
      }
    }
    return rows.stream();
  }

  private Row row(Row trial, String observable, int position, CurveBlock block) {
    List<Object> values = new ArrayList<>();
    values.add(trial.getAs("point_id"));
    values.add(observable);
    values.add(position);
    values.add(trial.getAs("index"));
    for (int i = 0; i < axes.paths().size(); i++) {
      values.add(trial.get(TRIAL.size() + i));
    }
    values.addAll(block.cells());
    return RowFactory.create(values.toArray());
  }

  private long[] grid(long index, String observable) {
    Curve curve =
        sweep.analyses().curves().stream()
            .filter(each -> each.observable().equals(observable))
            .findFirst()
            .orElseThrow();
    return sweep
        .grid()
        .map(grid -> CurveGrid.of(grid.trial(index), curve, longest))
        .orElseGet(() -> CurveGrid.of(observed.get(observable), curve, longest));
  }

  /** Returns the steps of the block that {@code row}, one of {@link #blocks}, is of. */
  long[] steps(Row row) {
    long[] grid = grid(row.<Long>getAs("index"), row.getAs("observable"));
    int first = row.<Integer>getAs(BLOCK) * width;
    return Arrays.copyOfRange(grid, first, Math.min(grid.length, first + width));
  }

  /** The grids of the point whose trials are being split. */
  private final class Grids {

    private final Map<String, long[]> grids = new HashMap<>();
    private String point = "";

    long[] of(Row trial, String observable) {
      String id = trial.getAs("point_id");
      if (!id.equals(point)) {
        grids.clear();
        point = id;
      }
      return grids.computeIfAbsent(observable, name -> grid(trial.<Long>getAs("index"), name));
    }
  }
}
