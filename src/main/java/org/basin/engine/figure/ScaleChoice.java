package org.basin.engine.figure;

import java.util.Arrays;
import java.util.List;
import org.basin.chart.Scale;
import org.basin.plan.figure.FigureScale;

/** Places a scale's values: as the file says, or as the values ask for. */
final class ScaleChoice {

  /** Values below this part of the greatest are hard to tell apart on a linear scale. */
  private static final double SMALL = 0.1;

  private ScaleChoice() {}

  static Scale of(FigureScale asked, List<Object> values) {
    Scale.Kind kind =
        switch (asked.kind()) {
          case LINEAR -> Scale.Kind.LINEAR;
          case LOG -> Scale.Kind.LOG;
          case CATEGORY -> Scale.Kind.CATEGORY;
          case AUTO -> chosen(values);
        };
    List<String> categories =
        kind == Scale.Kind.CATEGORY
            ? NumberOrder.sorted(values.stream().map(NumberOrder::text).distinct().toList())
            : List.of();
    return new Scale(asked.label(), kind, asked.min(), asked.max(), asked.shared(), categories);
  }

  /**
   * Names by name. Numbers by their logarithm if none is negative, and either they span two decades
   * and half of them are small, or they span four and a quarter is. Step 0 alone does not prevent
   * it.
   */
  private static Scale.Kind chosen(List<Object> values) {
    if (values.stream().anyMatch(String.class::isInstance)) {
      return Scale.Kind.CATEGORY;
    }
    double[] numbers =
        values.stream()
            .mapToDouble(value -> ((Number) value).doubleValue())
            .filter(Double::isFinite)
            .distinct()
            .sorted()
            .toArray();
    double[] positive = Arrays.stream(numbers).filter(number -> number > 0).toArray();
    if (positive.length < 3 || numbers[0] < 0) {
      return Scale.Kind.LINEAR;
    }
    double greatest = positive[positive.length - 1];
    double ratio = greatest / positive[0];
    double small =
        Arrays.stream(positive).filter(number -> number < SMALL * greatest).count()
            / (double) positive.length;
    return (ratio >= 1e2 && small >= 0.5) || (ratio >= 1e4 && small >= 0.25)
        ? Scale.Kind.LOG
        : Scale.Kind.LINEAR;
  }
}
