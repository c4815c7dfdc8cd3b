package org.basin.engine.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.basin.plan.TrialSpec;

/**
 * Learns during a run how long a trial of each block takes, from the trials that have ended. The
 * predicted time of a block is multiplied by several factors: one of all trials, a power of the
 * predicted time, one for each value of an axis, and one of the block itself. They are fitted so
 * that predicted sums match the measured ones, over all trials and over those that share a value,
 * as in a Poisson regression. Each factor is drawn towards one, the more so the fewer trials tell
 * of it. A block of which nothing is known therefore takes after those that share its values.
 */
final class BlockTimes {

  private static final int ROUNDS = 12;

  /** The weights, in trials, with which the factors are drawn towards one. */
  private static final double POWER = 8;

  private static final double VALUE = 4;
  private static final double BLOCK = 4;

  /** The max change of the power in a round. */
  private static final double BEND = 0.5;

  private final int blocks;
  private final double[] predicted;

  /** The logarithm of each block's predicted time, with the mean of all subtracted. */
  private final double[] size;

  /** For each axis that varies, the number of each block's value. */
  private final List<int[]> axes = new ArrayList<>();

  /**
   * Prepares to learn.
   *
   * @param paths the settings that may differ between blocks
   */
  BlockTimes(CostMap costs, List<String> paths) {
    this.blocks = costs.blockCount();
    this.predicted = new double[blocks];
    this.size = new double[blocks];
    double mean = 0;
    for (int b = 0; b < blocks; b++) {
      predicted[b] = Math.max(costs.predicted(b), costs.indexSeconds());
      size[b] = Math.log(predicted[b]);
      mean += size[b] / blocks;
    }
    for (int b = 0; b < blocks; b++) {
      size[b] -= mean;
    }
    for (String path : paths) {
      Map<String, Integer> numbers = new HashMap<>();
      int[] values = new int[blocks];
      for (int b = 0; b < blocks; b++) {
        TrialSpec spec = costs.sample(b);
        String value = spec == null ? "" : String.valueOf(spec.settings().get(path));
        values[b] = numbers.computeIfAbsent(value, v -> numbers.size());
      }
      if (numbers.size() > 1) {
        axes.add(values);
      }
    }
  }

  /** The number of blocks. */
  int count() {
    return blocks;
  }

  /**
   * Returns the seconds that a trial of each block takes.
   *
   * @param trials the number of trials of each block that have ended
   * @param seconds the sum of their times
   */
  double[] learn(long[] trials, double[] seconds) {
    Fit fit = new Fit(trials, seconds);
    if (fit.all > 0) {
      double[][] effects = new double[axes.size()][blocks];
      for (int round = 0; round < ROUNDS; round++) {
        fit.improveLevel();
        fit.improvePower();
        for (int axis = 0; axis < effects.length; axis++) {
          fit.improve(axes.get(axis), effects[axis], VALUE);
        }
      }
      fit.improveBlocks();
    }
    return fit.each;
  }

  /** The factors while they are fitted. */
  private final class Fit {
    private final long[] trials;
    private final double[] seconds;

    /** The sum of the measured times. */
    private final double all;

    private final double measuredTrials;

    /** The time of a trial of each block, by the factors so far. */
    private final double[] each = predicted.clone();

    private double power;

    Fit(long[] trials, double[] seconds) {
      this.trials = trials;
      this.seconds = seconds;
      double sum = 0;
      double count = 0;
      for (int b = 0; b < blocks; b++) {
        sum += seconds[b];
        count += (double) trials[b];
      }
      this.all = sum;
      this.measuredTrials = count;
    }

    /** The sum of the times that the factors so far predict for the measured trials. */
    private double fitted(int b) {
      return (double) trials[b] * each[b];
    }

    private void improveLevel() {
      double sum = 0;
      for (int b = 0; b < blocks; b++) {
        sum += fitted(b);
      }
      for (int b = 0; b < blocks; b++) {
        each[b] *= all / sum;
      }
    }

    /** Takes a Newton step. */
    private void improvePower() {
      double prior = POWER * all / measuredTrials;
      double slope = -prior * power;
      double curvature = prior;
      for (int b = 0; b < blocks; b++) {
        slope += (seconds[b] - fitted(b)) * size[b];
        curvature += fitted(b) * size[b] * size[b];
      }
      double change = Math.max(-BEND, Math.min(BEND, slope / curvature));
      power += change;
      for (int b = 0; b < blocks; b++) {
        each[b] *= Math.exp(change * size[b]);
      }
    }

    /**
     * Improves the factor of each value.
     *
     * @param values the number of each block's value
     * @param effects the logarithms of the values' factors so far
     * @param prior the weight with which they are drawn towards zero
     */
    private void improve(int[] values, double[] effects, double prior) {
      double[] measured = new double[blocks];
      double[] fitted = new double[blocks];
      double[] count = new double[blocks];
      for (int b = 0; b < blocks; b++) {
        measured[values[b]] += seconds[b];
        fitted[values[b]] += fitted(b);
        count[values[b]] += (double) trials[b];
      }
      double[] changes = new double[blocks];
      for (int v = 0; v < blocks; v++) {
        if (measured[v] > 0) {
          double whole = Math.log(measured[v] / fitted[v]) + effects[v];
          changes[v] = count[v] / (count[v] + prior) * whole - effects[v];
          effects[v] += changes[v];
        }
      }
      for (int b = 0; b < blocks; b++) {
        each[b] *= Math.exp(changes[values[b]]);
      }
    }

    private void improveBlocks() {
      int[] own = new int[blocks];
      for (int b = 0; b < blocks; b++) {
        own[b] = b;
      }
      improve(own, new double[blocks], BLOCK);
    }
  }
}
