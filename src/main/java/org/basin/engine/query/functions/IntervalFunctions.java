package org.basin.engine.query.functions;

import java.util.List;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.types.DataTypes;
import org.basin.spark.SparkInternals;
import org.basin.stats.Estimate;
import org.basin.stats.location.Fractions;
import org.basin.stats.location.Moments;

/**
 * SQL functions of counts and means. They give the ends of two-sided intervals, at the confidence
 * level of the tables' intervals. {@code wilson_low(k, n)} and {@code wilson_high(k, n)} bound a
 * fraction k/n by Wilson's score interval; {@code mean_low(mean, sd, n)} and {@code mean_high(mean,
 * sd, n)} bound a mean by Student's t. The result is null where an argument is null or the sample
 * gives no bound.
 */
final class IntervalFunctions {

  private static final String WILSON_LOW = "wilson_low";
  private static final String WILSON_HIGH = "wilson_high";
  private static final String MEAN_LOW = "mean_low";
  private static final String MEAN_HIGH = "mean_high";

  static final List<FunctionText> TEXTS =
      List.of(
          new FunctionText(
              WILSON_LOW, "k, n", "lower end of the interval of a fraction k/n, by Wilson's score"),
          new FunctionText(
              WILSON_HIGH,
              "k, n",
              "upper end of the interval of a fraction k/n, by Wilson's score"),
          new FunctionText(
              MEAN_LOW, "mean, sd, n", "lower end of the interval of a mean, by Student's t"),
          new FunctionText(
              MEAN_HIGH, "mean, sd, n", "upper end of the interval of a mean, by Student's t"));

  private IntervalFunctions() {}

  /** Registers the functions with {@code functions}. */
  static void register(FunctionRegistry functions, double level) {
    UDF2<Number, Number, Double> wilsonLow = (k, n) -> low(wilson(WILSON_LOW, k, n, level));
    UDF2<Number, Number, Double> wilsonHigh = (k, n) -> high(wilson(WILSON_HIGH, k, n, level));
    UDF3<Number, Number, Number, Double> meanLow =
        (mean, sd, n) -> low(mean(MEAN_LOW, mean, sd, n, level));
    UDF3<Number, Number, Number, Double> meanHigh =
        (mean, sd, n) -> high(mean(MEAN_HIGH, mean, sd, n, level));
    UDFRegistration all = SparkInternals.registration(functions);
    all.register(WILSON_LOW, wilsonLow, DataTypes.DoubleType);
    all.register(WILSON_HIGH, wilsonHigh, DataTypes.DoubleType);
    all.register(MEAN_LOW, meanLow, DataTypes.DoubleType);
    all.register(MEAN_HIGH, meanHigh, DataTypes.DoubleType);
  }

  private static Estimate wilson(String name, Number hits, Number count, double level) {
    if (hits == null || count == null) {
      return null;
    }
    double k = hits.doubleValue();
    double n = count.doubleValue();
    if (!isWhole(k) || !isWhole(n) || k < 0 || k > n) {
      throw new ArgumentException(
          call(name, hits, count) + " must have whole numbers k and n with 0 <= k <= n");
    }
    return Fractions.wilson(hits.longValue(), count.longValue(), level);
  }

  private static Estimate mean(String name, Number mean, Number sd, Number count, double level) {
    if (mean == null || sd == null || count == null) {
      return null;
    }
    double n = count.doubleValue();
    if (!isWhole(n) || n < 0 || sd.doubleValue() < 0) {
      throw new ArgumentException(
          call(name, mean, sd, count) + " must have sd >= 0 and a whole number n >= 0");
    }
    return new Moments(count.longValue(), mean.doubleValue(), sd.doubleValue()).estimate(level);
  }

  private static String call(String name, Number... arguments) {
    List<String> texts = List.of(arguments).stream().map(Object::toString).toList();
    return name + "(" + String.join(", ", texts) + ")";
  }

  /** NaN and infinity are not whole. */
  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) <= Long.MAX_VALUE;
  }

  private static Double low(Estimate estimate) {
    return estimate == null || Double.isNaN(estimate.low()) ? null : (Double) estimate.low();
  }

  private static Double high(Estimate estimate) {
    return estimate == null || Double.isNaN(estimate.high()) ? null : (Double) estimate.high();
  }
}
