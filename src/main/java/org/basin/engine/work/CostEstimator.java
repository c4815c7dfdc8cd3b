package org.basin.engine.work;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.Grid;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.settings.SpecException;
import org.basin.train.Cost;
import org.basin.train.TrialParts;
import org.basin.train.Verdict;

/**
 * Predicts how long trials take on one core, each as if it used its whole step budget: for the
 * plan, for how a run cuts its work, and for how long the rest of it takes. Decides nothing that a
 * trial computes. For one thread.
 */
public final class CostEstimator {

  private final ToDoubleBiFunction<TrialSpec, List<HittingTime>> predict;

  /** What the sweep watches besides the trials' own hitting times. */
  private final List<HittingTime> watched;

  /** Replicates of a point cost the same, and a prediction may build the trial's data. */
  private final Map<String, Double> byPoint = new HashMap<>();

  private CostEstimator(
      ToDoubleBiFunction<TrialSpec, List<HittingTime>> predict, List<HittingTime> watched) {
    this.predict = predict;
    this.watched = watched;
  }

  /** Predicts from the rates in {@code settings}. */
  public static CostEstimator of(EngineSettings settings) {
    return new CostEstimator(
        (spec, times) -> Cost.of(TrialParts.of(spec, times), settings.costRates()).seconds(),
        List.of());
  }

  /** Takes the predictions, in seconds, from another trainer. */
  public static CostEstimator of(ToDoubleFunction<TrialSpec> predict) {
    return new CostEstimator((spec, times) -> predict.applyAsDouble(spec), List.of());
  }

  /** Predicts trials that watch the hitting times of a sweep, too. */
  public CostEstimator watching(List<HittingTime> times) {
    return new CostEstimator(predict, times);
  }

  /**
   * Predicted seconds of a trial; 0 for one that cannot be built, or is too large for this process.
   * It fails at once, and its task says why, in the trial's row.
   */
  double seconds(TrialSpec spec) {
    return byPoint.computeIfAbsent(
        spec.pointId(),
        point -> {
          try {
            return spec.isResolved() ? predict.applyAsDouble(spec, watched) : 0.0;
          } catch (RuntimeException | OutOfMemoryError e) {
            return 0.0;
          }
        });
  }

  /**
   * Predicts all trials of a grid, and those of them that are left, from some that are spread over
   * it.
   *
   * @param most the max number of trials to predict, &ge; 1
   * @param looks the max number of indices to look at to find them, &ge; {@code most}
   * @param finished returns the verdicts of those of some trials that are finished, by id
   * @param retried the verdicts whose trials are trained again, and so are left
   * @throws OutOfMemoryError if one of the trials is too large to be built in this process
   */
  public WorkLeft left(
      Grid grid,
      int most,
      int looks,
      Function<List<TrialSpec>, Map<String, Verdict>> finished,
      Set<Verdict> retried) {
    List<TrialSpec> found =
        LongStream.range(0, Math.min(looks, grid.size()))
            .mapToObj(i -> grid.trial(evenly(i, looks, grid.size())))
            .filter(Objects::nonNull)
            .toList();
    Map<String, Verdict> done = finished.apply(found);
    Map<Boolean, List<TrialSpec>> byLeft =
        found.stream()
            .collect(
                Collectors.partitioningBy(
                    spec -> !done.containsKey(spec.id()) || retried.contains(done.get(spec.id()))));
    List<TrialSpec> left = byLeft.get(true);
    long trials = grid.count();
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    done.values().forEach(verdict -> verdicts.merge(verdict, 1L, Long::sum));
    verdicts.replaceAll((verdict, count) -> Math.round((double) count / found.size() * trials));
    double share = found.isEmpty() ? 0 : (double) (found.size() - left.size()) / found.size();
    long count = Math.round(share * trials);
    Map<String, Double> points = new HashMap<>();
    OptionalDouble secondsLeft = total(left, most, trials - count, points);
    OptionalDouble secondsDone = total(byLeft.get(false), most, count, points);
    // The sum of two predictions, so that no more is left than all.
    OptionalDouble seconds =
        Stream.of(secondsLeft, secondsDone)
            .flatMapToDouble(OptionalDouble::stream)
            .reduce(Double::sum);
    return new WorkLeft(trials, count, verdicts, grid.size() <= looks, secondsLeft, seconds);
  }

  /**
   * Predicted seconds of {@code count} trials that are like {@code trials}.
   *
   * @param points the predictions so far, by point; more are added
   */
  private OptionalDouble total(
      List<TrialSpec> trials, int most, long count, Map<String, Double> points) {
    List<TrialSpec> found = trials.stream().filter(TrialSpec::isResolved).toList();
    int samples = Math.min(most, found.size());
    double seconds = 0;
    for (int i = 0; i < samples; i++) {
      TrialSpec spec = found.get((int) evenly(i, most, found.size()));
      seconds += points.computeIfAbsent(spec.pointId(), point -> built(spec));
    }
    return samples == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds / samples * count);
  }

  private double built(TrialSpec spec) {
    try {
      return predict.applyAsDouble(spec, watched);
    } catch (SpecException e) {
      return 0; // It fails at once.
    }
  }

  /** The {@code i}th of {@code count} whole numbers spread over [0, size), or of all if fewer. */
  private static long evenly(long i, int count, long size) {
    return size <= count ? i : (long) ((i + 0.5) / count * size);
  }
}
