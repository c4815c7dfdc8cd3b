package org.basin.engine;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.basin.stats.Estimate;
import org.basin.stats.Fractions;
import org.basin.stats.Moments;

/**
 * Basin's functions of SQL, the ends of two-sided intervals at the level of the tables' intervals:
 * {@code wilson_low(k, n)}, {@code wilson_high(k, n)} of a fraction k/n; {@code mean_low(mean, sd,
 * n)}, {@code mean_high(mean, sd, n)} of a mean, by Student's t. Null where an argument is or the
 * sample does not bound it.
 */
final class SqlFunctions {

  private SqlFunctions() {}

  static void register(SparkSession spark, EngineSettings settings) {
    if (spark.catalog().functionExists("wilson_low")) {
      return; // Spark warns of a function that is registered again.
    }
    double level = settings.confidenceLevel();
    UDF2<Number, Number, Double> wilsonLow = (k, n) -> low(wilson(k, n, level));
    UDF2<Number, Number, Double> wilsonHigh = (k, n) -> high(wilson(k, n, level));
    UDF3<Number, Number, Number, Double> meanLow = (mean, sd, n) -> low(mean(mean, sd, n, level));
    UDF3<Number, Number, Number, Double> meanHigh = (mean, sd, n) -> high(mean(mean, sd, n, level));
    spark.udf().register("wilson_low", wilsonLow, DataTypes.DoubleType);
    spark.udf().register("wilson_high", wilsonHigh, DataTypes.DoubleType);
    spark.udf().register("mean_low", meanLow, DataTypes.DoubleType);
    spark.udf().register("mean_high", meanHigh, DataTypes.DoubleType);
  }

  private static Estimate wilson(Number hits, Number count, double level) {
    return hits == null || count == null
        ? null
        : Fractions.wilson(hits.longValue(), count.longValue(), level);
  }

  private static Estimate mean(Number mean, Number sd, Number count, double level) {
    return mean == null || sd == null || count == null
        ? null
        : new Moments(count.longValue(), mean.doubleValue(), sd.doubleValue()).estimate(level);
  }

  private static Double low(Estimate estimate) {
    return estimate == null || Double.isNaN(estimate.low()) ? null : (Double) estimate.low();
  }

  private static Double high(Estimate estimate) {
    return estimate == null || Double.isNaN(estimate.high()) ? null : (Double) estimate.high();
  }
}
