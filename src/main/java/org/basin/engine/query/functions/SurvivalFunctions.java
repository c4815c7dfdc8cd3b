package org.basin.engine.query.functions;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.basin.stats.survival.KaplanMeier;
import org.basin.stats.survival.LogRank;

/** Hitting times of a group's trials, some of which are censored. */
final class SurvivalFunctions {

  private static final String QUANTILE = "km_quantile";
  private static final String LOG_RANK = "logrank_p";

  static final List<FunctionText> TEXTS =
      List.of(
          new FunctionText(
              QUANTILE,
              "step, censored, p",
              "step by which a part p of the trials has hit, by Kaplan and Meier's estimate"),
          new FunctionText(
              LOG_RANK,
              "step, censored, group",
              "p value of the log-rank test that all groups of trials hit alike"));

  private static final StructField STEP = AggregateFunction.input("step", DataTypes.DoubleType);
  private static final StructField CENSORED =
      AggregateFunction.input("censored", DataTypes.BooleanType);

  private SurvivalFunctions() {}

  static List<AggregateFunction> all(FunctionSettings settings) {
    StructField p = AggregateFunction.input("p", DataTypes.DoubleType);
    StructField group = AggregateFunction.input("group", DataTypes.StringType);
    return List.of(
        new AggregateFunction(
            QUANTILE, List.of(STEP, CENSORED, p), 1, SurvivalFunctions::quantile, settings),
        new AggregateFunction(
            LOG_RANK, List.of(STEP, CENSORED, group), 0, SurvivalFunctions::logRank, settings));
  }

  private static double quantile(Sample sample, AggregateFunction function) {
    double p = (Double) sample.constant();
    if (!(p > 0 && p < 1)) {
      throw function.wrong("p is " + p + ", must be between 0 and 1 (excluded)");
    }
    return KaplanMeier.of(steps(sample, function), flags(sample, 1))
        .quantile(p, function.settings().level())
        .value();
  }

  private static double logRank(Sample sample, AggregateFunction function) {
    // The test's matrix has as many rows and columns.
    int most = function.settings().groups();
    if (sample.texts() > most) {
      throw function.wrong(
          "has "
              + sample.texts()
              + " groups, must have at most "
              + most
              + " (basin.sql.max-groups)");
    }
    // By alphabet, because sums over groups round differently in another order.
    int[] ranks = sample.ranks();
    double[] codes = sample.column(2);
    int[] groups = new int[codes.length];
    boolean[] hit = flags(sample, 1);
    for (int i = 0; i < groups.length; i++) {
      groups[i] = ranks[(int) codes[i]];
      hit[i] = !hit[i];
    }
    return LogRank.of(steps(sample, function), hit, groups).pValue();
  }

  private static double[] steps(Sample sample, AggregateFunction function) {
    double[] steps = sample.column(0);
    for (double step : steps) {
      if (!(step >= 0 && step < Double.POSITIVE_INFINITY)) {
        throw function.wrong("step is " + step + ", must be finite and at least 0");
      }
    }
    return steps;
  }

  private static boolean[] flags(Sample sample, int column) {
    double[] cells = sample.column(column);
    boolean[] flags = new boolean[cells.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = cells[i] != 0;
    }
    return flags;
  }
}
