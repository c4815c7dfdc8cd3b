package org.basin.engine.compare;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.LongType;

/**
 * How the trials differ that have the same id in both sweeps. An id stands for everything on which
 * a trial depends, so they are identical to the bit unless the machine, Java or the code differs.
 *
 * @param first the number of trials of the first sweep
 * @param second the number of trials of the second sweep
 * @param common the number of trials with the same id in both
 * @param differing how many of these differ in anything
 * @param columns the columns in which any differ
 */
public record TrialDifferences(
    long first, long second, long common, long differing, List<InColumn> columns) {

  public TrialDifferences {
    columns = List.copyOf(columns);
  }

  /**
   * The differences in one column of {@code trials}; {@code hitting_times} and {@code observations}
   * are all rows of a trial in the table of that name.
   *
   * @param trials how many trials differ there
   * @param largest the largest difference of two numbers; NaN if there is none
   */
  public record InColumn(String column, long trials, double largest) {}

  static TrialDifferences of(ComparedTables first, ComparedTables second) {
    Dataset<Row> a = first.outcomes().alias("a");
    Dataset<Row> b = second.outcomes().alias("b");
    List<String> columns = new ArrayList<>(ComparedTables.compared(a));
    columns.retainAll(ComparedTables.compared(b));
    Dataset<Row> both = a.join(b.hint("merge"), functions.expr("a.trial_id = b.trial_id"));

    List<Column> sums = new ArrayList<>();
    Column any = functions.lit(false);
    for (int i = 0; i < columns.size(); i++) {
      Column differs =
          functions.expr(
              "NOT (" + text("a", columns.get(i)) + " <=> " + text("b", columns.get(i)) + ")");
      any = any.or(differs);
      sums.add(functions.count_if(differs));
      boolean isNumber =
          isNumber(a, columns.get(i))
              && isNumber(b, columns.get(i))
              && !columns.get(i).equals(ComparedTables.OBSERVATIONS);
      sums.add(
          isNumber
              ? functions.expr(
                  "max(abs(double(a.`"
                      + columns.get(i)
                      + "`) - double(b.`"
                      + columns.get(i)
                      + "`)))")
              : functions.lit(null).cast("double"));
    }
    sums.add(functions.count_if(any));
    Row row = both.agg(functions.count("*"), sums.toArray(Column[]::new)).takeAsList(1).get(0);
    List<InColumn> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      long trials = row.getLong(1 + 2 * i);
      if (trials > 0) {
        double largest = row.isNullAt(2 + 2 * i) ? Double.NaN : row.getDouble(2 + 2 * i);
        found.add(new InColumn(columns.get(i), trials, largest));
      }
    }
    return new TrialDifferences(
        first.trials().count(),
        second.trials().count(),
        row.getLong(0),
        row.getLong(1 + 2 * columns.size()),
        found);
  }

  /** Equal as texts means equal to the bit: 0 and −0 differ, and NaN is NaN. */
  private static String text(String side, String column) {
    return "string(" + side + ".`" + column + "`)";
  }

  private static boolean isNumber(Dataset<Row> rows, String column) {
    var type = rows.schema().apply(column).dataType();
    return type instanceof DoubleType || type instanceof LongType;
  }
}
