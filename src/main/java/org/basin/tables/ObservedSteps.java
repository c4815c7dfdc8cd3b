package org.basin.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.basin.plan.analysis.Curve;

/**
 * The steps at which trials without a schedule are observed. The last observation of a trial does
 * not count: it is where the trial ended, and of trials with a schedule it is often the only one
 * beside it.
 */
final class ObservedSteps {

  private ObservedSteps() {}

  /**
   * Finds the steps of all trials together, by observable: sorted, and one more than the curve's
   * grid may have if there are more than that.
   */
  static Map<String, long[]> of(Dataset<Row> finished, List<Curve> curves) {
    Map<String, long[]> steps = new HashMap<>();
    for (Curve curve : curves) {
      long[] found =
          finished
              .selectExpr("inline(" + MeasuredTrials.curves(List.of(curve.observable())) + ")")
              .select(functions.explode(functions.expr("slice(step, 1, size(step) - 1)")))
              .distinct()
              .limit((int) curve.gridSteps() + 1)
              .as(Encoders.LONG())
              .collectAsList()
              .stream()
              .mapToLong(Long::longValue)
              .sorted()
              .toArray();
      steps.put(curve.observable(), found);
    }
    return steps;
  }
}
