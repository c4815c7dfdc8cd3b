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
 * The predicted memory of a trial. It follows from the trial's shapes before anything is allocated:
 * the model, optimiser, probes, kernel and data say what they hold. The prediction is right within
 * a factor of about two, and is too large rather than too small, because it counts arrays that only
 * some probes need.
 */
public final class Footprint {

  /**
   * Bytes for objects, observations and everything else whose size does not depend on the trial's
   * shapes.
   */
  private static final double FIXED = 4096;

  private Footprint() {}

  /** The bytes of the data of {@code spec}, as far as they follow from its settings alone. */
  public static double ofData(TrialSpec spec) {
    Section section = spec.section("data");
    return Double.BYTES * DataKinds.CATALOGUE.of(section).memory(section);
  }

  /** The bytes of the parameters alone. */
  public static double ofParameters(TrialParts parts) {
    return Double.BYTES * Shape.size(parts.model().shapes());
  }

  /**
   * The bytes of what trials share: the data as they were made, and in float once more for a trial
   * in float.
   */
  static double shared(TrialParts parts) {
    return parts.data().memory() * (Double.BYTES + (isFloat(parts) ? Float.BYTES : 0));
  }

  /** The bytes of everything that the trial needs, including its data. */
  public static double of(TrialParts parts) {
    LaneShape shape = parts.laneShape();
    return shared(parts)
        + minibatches(parts)
        + own(parts, shape)
        + (shape == null ? 0 : shape.memory(1));
  }

  /** The bytes of the trial's minibatches, which trials may share. */
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
   * The bytes of the trial alone, without its lane in a kernel.
   *
   * @param shape the shape of the kernel that trains it; null if no kernel does
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
   * The number of examples of the longest pass, or the number that a kernel has in one array for
   * each unit.
   *
   * @param shape the shape of the kernel; null if there is none
   */
  static double longestPass(TrialParts parts, LaneShape shape) {
    if (parts.model().trainsOnBatches()) {
      return 1; // Its layers limit the size of their arrays themselves.
    }
    int all = parts.data() instanceof TrainingSet set ? set.size() : step(parts);
    double examples = Math.min(SetObjective.BLOCK, all);
    return shape == null ? examples : examples * shape.interleaved();
  }

  /** The count of numbers that passes over the whole training set or population need. */
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
      // The last block, and the sum of the gradients of the blocks.
      numbers += pass(parts, set.size() % block, set.size());
      numbers += Shape.size(parts.model().shapes());
    }
    return numbers;
  }

  /**
   * The count of numbers that a pass over one block of a set needs. The block is a copy unless it
   * is the whole set.
   */
  private static double pass(TrialParts parts, int block, int all) {
    double copied = block < all ? parts.data().inputs() + parts.data().outputs() : 0;
    return parts.model().memory(block) + block * (copied + parts.data().outputs());
  }

  /** The number of examples of a step. */
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

  /**
   * Returns a number of bytes as text: {@code 4.1 GB}. A GB is 2³⁰ bytes, as in the options of Java
   * and Spark.
   */
  public static String text(double bytes) {
    return bytes < 1 << 30
        ? String.format(Locale.ROOT, "%.0f MB", Math.max(1, bytes / (1 << 20)))
        : String.format(Locale.ROOT, "%.1f GB", bytes / (1 << 30));
  }
}
