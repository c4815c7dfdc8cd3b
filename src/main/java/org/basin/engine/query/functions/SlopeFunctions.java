package org.basin.engine.query.functions;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.basin.stats.Estimate;
import org.basin.stats.regression.Slope;

/** The slope of the line through a group's pairs of numbers, as SQL's {@code regr_slope(y, x)}. */
final class SlopeFunctions {

  private static final String VALUE = "slope";
  private static final String LOW = "slope_low";
  private static final String HIGH = "slope_high";
  private static final String ARGUMENTS = "y, x";

  static final List<FunctionText> TEXTS =
      List.of(
          new FunctionText(VALUE, ARGUMENTS, "slope of the least-squares line of y over x"),
          new FunctionText(
              LOW,
              ARGUMENTS,
              "lower end of the interval of the slope, by Student's t and robust errors (HC1)"),
          new FunctionText(
              HIGH,
              ARGUMENTS,
              "upper end of the interval of the slope, by Student's t and robust errors (HC1)"));

  private SlopeFunctions() {}

  static List<AggregateFunction> all(FunctionSettings settings) {
    List<StructField> pair =
        List.of(
            AggregateFunction.input("y", DataTypes.DoubleType),
            AggregateFunction.input("x", DataTypes.DoubleType));
    return List.of(
        new AggregateFunction(VALUE, pair, 0, (s, f) -> slope(s, f).value(), settings),
        new AggregateFunction(LOW, pair, 0, (s, f) -> slope(s, f).low(), settings),
        new AggregateFunction(HIGH, pair, 0, (s, f) -> slope(s, f).high(), settings));
  }

  private static Estimate slope(Sample sample, AggregateFunction function) {
    return Slope.of(sample.column(1), sample.column(0), function.settings().level());
  }
}
