package org.basin.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Leaves out values of axes until few enough points are left. What is left is a grid again, which
 * can be drawn along any of its axes. The axis with the most values loses every second one first.
 */
final class AxisThinning {

  /** Numbers by their size, and before texts. */
  static final Comparator<Object> ORDER =
      (a, b) ->
          a instanceof Number x && b instanceof Number y
              ? Double.compare(x.doubleValue(), y.doubleValue())
              : a instanceof Number
                  ? -1
                  : b instanceof Number ? 1 : String.valueOf(a).compareTo(String.valueOf(b));

  private AxisThinning() {}

  /**
   * Thins the values of axes.
   *
   * @param values the values of each axis, sorted
   * @param most the number of points that may be left
   * @param count the number of points that have these values
   * @return the values that are kept, of each axis; no less than one
   */
  static List<List<Object>> thin(
      List<List<Object>> values, long most, ToLongFunction<List<List<Object>>> count) {
    List<List<Object>> kept = new ArrayList<>(values);
    while (count.applyAsLong(kept) > most) {
      int widest =
          IntStream.range(0, kept.size())
              .boxed()
              .max(Comparator.comparingInt(axis -> kept.get(axis).size()))
              .orElseThrow();
      if (kept.get(widest).size() < 2) {
        break;
      }
      List<List<Object>> fewer = new ArrayList<>(kept);
      fewer.set(widest, half(kept.get(widest)));
      if (count.applyAsLong(fewer) == 0) {
        break; // The axes change together, and no point has this value of one and that of another.
      }
      kept.set(widest, fewer.get(widest));
    }
    return kept;
  }

  /** Evenly spaced, with the first and, unless it is the only one, the last. */
  private static List<Object> half(List<Object> values) {
    int keep = values.size() / 2;
    return keep == 1
        ? values.subList(0, 1)
        : IntStream.range(0, keep)
            .mapToObj(
                i -> values.get((int) Math.round((double) i * (values.size() - 1) / (keep - 1))))
            .toList();
  }
}
