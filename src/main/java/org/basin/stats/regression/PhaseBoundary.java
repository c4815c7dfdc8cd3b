package org.basin.stats.regression;

import java.util.Arrays;
import org.basin.stats.Estimate;
import org.basin.stats.Student;

/**
 * The value of an axis at which the fraction of trials that do something crosses a level.
 *
 * <p>It is the crossing of a {@link LogisticModel}. Its interval holds every value whose profile
 * likelihood is near enough to the max, where twice the difference is divided by a design effect
 * (Rao &amp; Scott 1984, Annals of Statistics 12:46) and compared with the square of Student's
 * quantile with G − 1 degrees of freedom, G seeds. The design effect is the ratio of the crossing's
 * variances with and without regard to shared seeds (delta method), but no less than 1.
 *
 * <p>Where a threshold divides those that do it from those that do not, no model fits best, and the
 * crossing is only bracketed: by the largest value with none and the smallest with all, or the
 * other way round.
 *
 * @param crossing the crossing and its interval, on the axis's own scale. By method: {@code
 *     logistic-profile}; {@code bracket}, whose interval has no level, and whose value is the
 *     middle on the regression's scale, or the one value between with some of each (NaN if the
 *     observed fraction does not reach the level); {@code no-crossing}, all NaN, where all trials
 *     or none do it
 * @param slope of the logit per unit of the axis or of its logarithm; NaN unless fitted
 * @param below the fraction at the smallest value of the axis
 * @param above the fraction at the largest
 * @param crossings how often the observed fraction crosses the level from one value of the axis to
 *     the next; more than one says that no single boundary describes the trials
 */
public record PhaseBoundary(
    Estimate crossing, double slope, double below, double above, long crossings) {

  /**
   * Locates the boundary.
   *
   * @param axis the axis's value in each trial; finite, positive if {@code logarithmic}
   * @param events whether each trial does it
   * @param seeds the seed of each trial
   * @param fraction the fraction that is crossed, between 0 and 1 (excluded)
   * @param logarithmic whether the logarithm of the axis is the regression's variable
   * @param level the interval's nominal coverage
   */
  public static PhaseBoundary of(
      double[] axis,
      boolean[] events,
      long[] seeds,
      double fraction,
      boolean logarithmic,
      double level) {
    double[] x = logarithmic ? Arrays.stream(axis).map(Math::log).toArray() : axis.clone();
    EventCounts counts = EventCounts.of(x, events);
    int last = counts.size() - 1;
    if (last < 0) {
      return new PhaseBoundary(none(0), Double.NaN, Double.NaN, Double.NaN, 0);
    }
    Estimate crossing;
    double slope = Double.NaN;
    LogisticModel model = LogisticModel.of(counts);
    if (model.isDefined()) {
      slope = model.slope();
      crossing = profile(counts, model, x, events, seeds, fraction, level);
    } else {
      crossing = bracket(counts, fraction, axis.length);
    }
    return new PhaseBoundary(
        logarithmic ? exponential(crossing, axis) : crossing,
        slope,
        counts.fraction(0),
        counts.fraction(last),
        counts.crossings(fraction));
  }

  private static Estimate profile(
      EventCounts counts,
      LogisticModel model,
      double[] x,
      boolean[] events,
      long[] seeds,
      double fraction,
      double level) {
    double logit = LogisticModel.logit(fraction);
    long clusters = Arrays.stream(seeds).distinct().count();
    double freedom = clusters < 2 ? Double.POSITIVE_INFINITY : clusters - 1;
    double quantile = Student.quantile(freedom, level);
    BoundaryProfile plain = new BoundaryProfile(counts, model, logit, 0);
    double effect =
        plain.variance(model.clustered(x, events, seeds)) / plain.variance(model.covariance());
    double design = effect > 1 ? effect : 1;
    BoundaryProfile profile =
        new BoundaryProfile(counts, model, logit, 0.5 * quantile * quantile * design);
    return new Estimate(
        profile.crossing(), profile.end(-1), profile.end(1), level, "logistic-profile", x.length);
  }

  private static Estimate bracket(EventCounts counts, double fraction, long count) {
    double all = counts.fraction();
    if (counts.size() < 2 || all == 0 || all == 1) {
      return none(count);
    }
    // Towards rising x, the trials change from pure 0 (or 1) to pure 1 (or 0), over at most one
    // value with some of each.
    double first = counts.rises() ? 0 : 1;
    int low = -1;
    while (low + 1 < counts.size() && counts.fraction(low + 1) == first) {
      low++;
    }
    int high = counts.size();
    while (high > 0 && counts.fraction(high - 1) == 1 - first) {
      high--;
    }
    double from = low < 0 ? Double.NaN : counts.x()[low];
    double to = high == counts.size() ? Double.NaN : counts.x()[high];
    double value = high - low > 1 ? counts.x()[low + 1] : from + (to - from) / 2;
    if (counts.crossings(fraction) == 0) {
      value = Double.NaN;
    }
    return new Estimate(value, from, to, Double.NaN, "bracket", count);
  }

  private static Estimate none(long count) {
    double nan = Double.NaN;
    return new Estimate(nan, nan, nan, nan, "no-crossing", count);
  }

  /** The ends of a bracket are values of the axis, to the bit. */
  private static Estimate exponential(Estimate log, double[] axis) {
    return new Estimate(
        back(log.value(), axis),
        back(log.low(), axis),
        back(log.high(), axis),
        log.level(),
        log.method(),
        log.count());
  }

  private static double back(double log, double[] axis) {
    return Arrays.stream(axis).filter(x -> Math.log(x) == log).min().orElse(Math.exp(log));
  }
}
