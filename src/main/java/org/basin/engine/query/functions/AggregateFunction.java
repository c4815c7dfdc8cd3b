package org.basin.engine.query.functions;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A SQL function of all rows of a group. It collects their arguments, of which Spark merges parts
 * in any order, so the statistic must not depend on the order of rows. The result is null where the
 * statistic is undefined.
 */
final class AggregateFunction extends Aggregator<Row, Sample, Double> {

  private static final long serialVersionUID = 1L;

  /** Computes a statistic; NaN where it is undefined. */
  @FunctionalInterface
  interface Statistic extends java.io.Serializable {
    double of(Sample sample, AggregateFunction function);
  }

  private final String name;
  private final StructType inputs;
  private final int constants;
  private final Statistic statistic;
  private final FunctionSettings settings;

  /**
   * Makes a function.
   *
   * @param inputs the arguments, by name and type
   * @param constants how many of them, at the end, must be the same in all rows of a group: 0 or 1
   */
  AggregateFunction(
      String name,
      List<StructField> inputs,
      int constants,
      Statistic statistic,
      FunctionSettings settings) {
    this.name = name;
    this.inputs = new StructType(inputs.toArray(StructField[]::new));
    this.constants = constants;
    this.statistic = statistic;
    this.settings = settings;
  }

  /** An argument; null leaves its row out. */
  static StructField input(String name, DataType type) {
    return new StructField(name, type, true, Metadata.empty());
  }

  @SuppressWarnings("MissingOverride") // Spark 3.5's class has none.
  public String name() {
    return name;
  }

  StructType inputs() {
    return inputs;
  }

  String input(int i) {
    return inputs.apply(i).name();
  }

  boolean isText(int i) {
    return inputs.apply(i).dataType() instanceof StringType;
  }

  FunctionSettings settings() {
    return settings;
  }

  /** An exception that names the function. */
  ArgumentException wrong(String problem) {
    return new ArgumentException(String.format(Locale.ROOT, "%s: %s", name, problem));
  }

  @Override
  public Sample zero() {
    return new Sample(inputs.length() - constants);
  }

  @Override
  public Sample reduce(Sample sample, Row row) {
    sample.add(row, this);
    return sample;
  }

  @Override
  public Sample merge(Sample sample, Sample other) {
    sample.add(other, this);
    return sample;
  }

  @Override
  public Double finish(Sample sample) {
    double value = sample.size() == 0 ? Double.NaN : statistic.of(sample, this);
    return Double.isNaN(value) ? null : (Double) value;
  }

  @Override
  public Encoder<Sample> bufferEncoder() {
    return Encoders.javaSerialization(Sample.class);
  }

  @Override
  public Encoder<Double> outputEncoder() {
    return Encoders.DOUBLE();
  }
}
