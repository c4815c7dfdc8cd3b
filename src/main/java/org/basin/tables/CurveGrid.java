package org.basin.tables;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.basin.plan.TrialSpec;
import org.basin.plan.analysis.Curve;
import org.basin.settings.Section;
import org.basin.train.ObservationSchedule;
import org.basin.train.ObservationSchedules;

/**
 * The steps at which the bands of a point are made. They follow from the point's settings, so
 * points that are observed alike have a common grid: the steps of the observation schedule, or, if
 * these are too many, a logarithmic grid. Imported trials have no schedule; see {@link
 * ObservedSteps}.
 */
final class CurveGrid {

  private static final String BUDGET = "stop.max-steps";

  private CurveGrid() {}

  /**
   * Returns the steps, ascending. Step 0 is the first.
   *
   * @param trial a trial of the point
   * @param longest the number of steps of the longest trial of the sweep
   */
  static long[] of(TrialSpec trial, Curve curve, long longest) {
    if (!(trial.settings().get("observe.at.kind") instanceof String)
        || !(trial.settings().get(BUDGET) instanceof Long budget)) {
      return distinct(logarithmic(curve.perDecade(), longest), longest);
    }
    long last = Math.min(budget, longest);
    Section at = trial.section("observe").section("at");
    ObservationSchedule schedule = ObservationSchedules.CATALOGUE.of(at).create(at, budget);
    long[] all =
        LongStream.iterate(schedule.next(0), step -> step <= last, schedule::next)
            .limit(curve.gridSteps() + 1)
            .toArray();
    return all.length <= curve.gridSteps()
        ? distinct(LongStream.of(all), last)
        // The step that is observed next, so that values at the grid's steps are observed ones.
        : distinct(logarithmic(curve.perDecade(), last).map(s -> schedule.next(s - 1)), last);
  }

  /**
   * Returns the steps of imported trials, ascending: those at which they are observed.
   *
   * @param observed sorted; more than the grid may have if they are too many
   * @param longest the number of steps of the longest trial
   */
  static long[] of(long[] observed, Curve curve, long longest) {
    return observed.length <= curve.gridSteps()
        ? distinct(LongStream.of(observed), longest)
        : distinct(logarithmic(curve.perDecade(), longest), longest);
  }

  /** The integers next to 10^(k/perDecade), as in the schedule {@code log}. */
  private static LongStream logarithmic(long perDecade, long last) {
    return LongStream.iterate(0, k -> k + 1)
        .map(k -> Math.round(StrictMath.pow(10, k / (double) perDecade)))
        .takeWhile(step -> step <= last);
  }

  /** Adds step 0 and the last step, which are always observed. */
  private static long[] distinct(LongStream steps, long last) {
    LongStream ends = last > 0 ? LongStream.of(0, last) : LongStream.of(0);
    long[] all = LongStream.concat(ends, steps).filter(step -> step <= last).sorted().toArray();
    return Arrays.stream(all).distinct().toArray();
  }
}
