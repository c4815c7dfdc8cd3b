package org.basin.train;

import java.util.Locale;
import org.basin.data.DataKinds;
import org.basin.data.FreshSamples;
import org.basin.data.Population;
import org.basin.data.TrainingSet;
import org.basin.kernel.LaneShape;
import org.basin.linalg.Precision;
import org.basin.nn.Minibatch;
import org.basin.nn.Model;
import org.basin.nn.Shape;
import org.basin.plan.TrialSpec;
import org.basin.probe.Probe;
import org.basin.probe.SetObjective;
import org.basin.settings.Section;

/**
 * The memory that a trial takes, predicted from its shapes before anything is allocated: from what
 * its model, optimiser, probes, kernel and data say that they hold. To a factor of two or so, and
 * rather too much than too little: arrays that only some probes ask for are counted.
 */
public final class Footprint {

  /** Objects, observations and whatever else a trial has of a fixed size. */
  private static final double FIXED = 4096;

  private Footprint() {}

  /** Bytes of the data of {@code spec}, as far as its settings alone tell. */
  public static double ofData(TrialSpec spec) {
    Section section = spec.section("data");
    return Double.BYTES * DataKinds.CATALOGUE.of(section).memory(section);
  }

  /** Bytes of the parameters alone. */
  public static double ofParameters(TrialParts parts) {
    return Double.BYTES * Shape.size(parts.model().shapes());
  }

  /** Bytes of what lanes share: data as they were made, in float once more where that trains. */
  static double shared(TrialParts parts) {
    return parts.data().memory() * (Double.BYTES + (isFloat(parts) ? Float.BYTES : 0));
  }

  /** Bytes of everything that the trial holds and needs, its data included. */
  public static double of(TrialParts parts) {
    LaneShape shape = parts.laneShape();
    return shared(parts)
        + minibatches(parts)
        + own(parts, shape)
        + (shape == null ? 0 : shape.memory(1));
  }

  /** Bytes of the trial's minibatches, which lanes may share. */
  static double minibatches(TrialParts parts) {
    Minibatch batch = parts.optimiser().minibatch();
    if (batch == null) {
      return 0;
    }
    double order = parts.data() instanceof TrainingSet set ? set.size() * 4.0 : 0;
    return order
        + 2.0 * Double.BYTES * step(parts) * (parts.data().inputs() + parts.data().outputs());
  }

  /**
   * Bytes of the trial alone, without its lane in a kernel.
   *
   * @param shape of the kernel that trains it; null if none does
   */
  static double own(TrialParts parts, LaneShape shape) {
    Model model = parts.model();
    double size = Shape.size(model.shapes());
    double numbers = 2 * size + whole(parts);
    boolean batches = parts.optimiser().minibatch() != null;
    if (shape == null) {
      numbers += size * (1 + parts.optimiser().copies());
      boolean trains = batches || model.trainsOnBatches();
      numbers += trains ? pass(parts, step(parts), step(parts)) : 0;
    }
    for (Probe probe : parts.probes()) {
      numbers += probe.memory();
    }
    return FIXED + Double.BYTES * numbers;
  }

  /**
   * Examples of the longest pass, or as many as a kernel has in one array a unit.
   *
   * @param shape of the kernel; null for none
   */
  static double longestPass(TrialParts parts, LaneShape shape) {
    if (parts.model().trainsOnBatches()) {
      return 1; // Its layers bound their arrays themselves.
    }
    int all = parts.data() instanceof TrainingSet set ? set.size() : step(parts);
    double examples = Math.min(SetObjective.BLOCK, all);
    return shape == null ? examples : examples * shape.interleaved();
  }

  /** Numbers for passes over the whole training set or population. */
  private static double whole(TrialParts parts) {
    if (parts.data() instanceof Population population) {
      return population.memory(parts.model());
    }
    if (!(parts.data() instanceof TrainingSet set)) {
      return 0;
    }
    int block = Math.min(set.size(), Math.min(SetObjective.BLOCK, parts.model().mostExamples()));
    double numbers = pass(parts, block, set.size());
    if (block < set.size()) {
      // The last block, and the sum of the blocks' gradients.
      numbers += pass(parts, set.size() % block, set.size());
      numbers += Shape.size(parts.model().shapes());
    }
    return numbers;
  }

  /** Numbers for a pass over a block of a set, which is copied unless it is the set. */
  private static double pass(TrialParts parts, int block, int all) {
    double copied = block < all ? parts.data().inputs() + parts.data().outputs() : 0;
    return parts.model().memory(block) + block * (copied + parts.data().outputs());
  }

  /** Examples of a step. */
  private static int step(TrialParts parts) {
    Minibatch batch = parts.optimiser().minibatch();
    if (batch == null) {
      return parts.data() instanceof TrainingSet set ? set.size() : 0;
    }
    return parts.data() instanceof FreshSamples
        ? batch.size()
        : Math.min(batch.size(), ((TrainingSet) parts.data()).size());
  }

  private static boolean isFloat(TrialParts parts) {
    return parts.precision() == Precision.FLOAT;
  }

  /** Bytes in words: {@code 4.1 GB}. A GB is 2³⁰ bytes, as in Java's and Spark's own options. */
  public static String text(double bytes) {
    return bytes < 1 << 30
        ? String.format(Locale.ROOT, "%.0f MB", Math.max(1, bytes / (1 << 20)))
        : String.format(Locale.ROOT, "%.1f GB", bytes / (1 << 30));
  }
}
