package org.basin.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.basin.stats.curve.CurveBand;

/** The values of a point's curves at the steps of one block, collected in one Spark task. */
final class CurveSample {

  private final CurveSplit split;
  private Row first;
  private List<AtStep> steps = List.of();

  private CurveSample(CurveSplit split) {
    this.split = split;
  }

  /** Reads the blocks that {@code split} made of the trials of one point. */
  static CurveSample read(Iterator<Row> blocks, CurveSplit split) {
    CurveSample sample = new CurveSample(split);
    blocks.forEachRemaining(sample::add);
    return sample;
  }

  private void add(Row row) {
    CurveBlock block = CurveBlock.read(row);
    if (first == null) {
      steps = Arrays.stream(split.steps(row)).mapToObj(AtStep::new).toList();
    }
    if (first == null || row.<Long>getAs("index") < first.<Long>getAs("index")) {
      first = row;
    }
    for (int i = block.from(); i < block.count(); i++) {
      if (i < block.live()) {
        steps.get(i).live.add(block.value(i));
        steps.get(i).observed += block.isObserved(i) ? 1 : 0;
      } else if (block.isCarried()) {
        steps.get(i).ended.add(block.value(i));
      }
    }
  }

  /** Returns the rows of the steps at which some trial still trains. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (AtStep step : steps) {
      double[] live = step.live.toArray();
      if (live.length > 0) {
        double[] ended = step.ended.toArray();
        double[] carried = Arrays.copyOf(live, live.length + ended.length);
        System.arraycopy(ended, 0, carried, live.length, ended.length);
        rows.add(row(step, live.length, CurveTable.LIVE, live));
        rows.add(row(step, live.length, CurveTable.CARRIED, carried));
      }
    }
    return rows;
  }

  private Row row(AtStep step, long live, String basis, double[] values) {
    CurveBand band = CurveBand.of(values);
    List<Object> cells = new ArrayList<>();
    cells.add(first.getAs("point_id"));
    cells.add(first.getAs("index"));
    for (int i = 0; i < split.axes().paths().size(); i++) {
      cells.add(first.get(CurveSplit.KEY.size() + 1 + i));
    }
    cells.add(first.getAs("observable"));
    cells.add(basis);
    cells.add(step.step);
    cells.add(band.count());
    cells.add(live);
    cells.add(step.observed);
    for (double value :
        new double[] {
          band.q05(), band.q25(), band.median(), band.q75(), band.q95(), band.mean(), band.iqm()
        }) {
      cells.add(Columns.orNull(value));
    }
    return RowFactory.create(cells.toArray());
  }

  /** What the trials have at one step. */
  private static final class AtStep {
    private final long step;
    private final Doubles live = new Doubles();
    private final Doubles ended = new Doubles();
    private long observed;

    AtStep(long step) {
      this.step = step;
    }
  }
}
