package org.basin.engine.query.functions;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.basin.stats.Estimate;
import org.basin.stats.location.Location;
import org.basin.stats.resampling.Bca;
import org.basin.stats.resampling.ResampleStream;

/**
 * Where a group's values lie: {@code iqm(x)}, and the ends of its bootstrap interval. The stream of
 * resamples is seeded by the values themselves, so the ends are the same at every computation.
 */
final class LocationFunctions {

  private static final String LOW = "bca_low";
  private static final String HIGH = "bca_high";
  private static final String IQM = "iqm";
  private static final String CHOICE = "'iqm' (if absent), 'mean' or 'median'";
  private static final String ARGUMENTS = "x [, statistic]";

  static final List<FunctionText> TEXTS =
      List.of(
          new FunctionText(IQM, "x", "mean of the middle half of x: the interquartile mean"),
          new FunctionText(
              LOW,
              ARGUMENTS,
              "lower end of the BCa bootstrap interval of a statistic of x: " + CHOICE),
          new FunctionText(
              HIGH,
              ARGUMENTS,
              "upper end of the BCa bootstrap interval of a statistic of x: " + CHOICE));

  private static final StructField X = AggregateFunction.input("x", DataTypes.DoubleType);

  private LocationFunctions() {}

  /** Returns the functions, with and without the arguments that may be absent. */
  static List<AggregateFunction> all(FunctionSettings settings) {
    List<StructField> x = List.of(X);
    List<StructField> named =
        List.of(X, AggregateFunction.input("statistic", DataTypes.StringType));
    return List.of(
        new AggregateFunction(IQM, x, 0, LocationFunctions::iqm, settings),
        new AggregateFunction(LOW, x, 0, (s, f) -> bca(s, f).low(), settings),
        new AggregateFunction(LOW, named, 1, (s, f) -> bca(s, f).low(), settings),
        new AggregateFunction(HIGH, x, 0, (s, f) -> bca(s, f).high(), settings),
        new AggregateFunction(HIGH, named, 1, (s, f) -> bca(s, f).high(), settings));
  }

  private static double iqm(Sample sample, AggregateFunction function) {
    return Location.INTERQUARTILE_MEAN.of(sorted(sample));
  }

  private static Estimate bca(Sample sample, AggregateFunction function) {
    Location location = location(sample.constant(), function);
    double[] sorted = sorted(sample);
    return Bca.of(
        sorted,
        location,
        function.settings().resamples(),
        ResampleStream.of("sql", location.text(), hash(sorted)),
        function.settings().level());
  }

  private static Location location(Object name, AggregateFunction function) {
    return name == null
        ? Location.INTERQUARTILE_MEAN
        : Arrays.stream(Location.values())
            .filter(location -> location.text().equals(name))
            .findFirst()
            .orElseThrow(
                () -> function.wrong("statistic is " + name + ", must be iqm, mean or median"));
  }

  private static double[] sorted(Sample sample) {
    double[] sorted = sample.column(0);
    Arrays.sort(sorted);
    return sorted;
  }

  private static String hash(double[] sorted) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES);
      for (double value : sorted) {
        digest.update(bytes.clear().putDouble(value).flip());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every JVM has SHA-256.
    }
  }
}
