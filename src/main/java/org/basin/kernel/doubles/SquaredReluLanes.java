package org.basin.kernel.doubles;

import org.basin.kernel.LaneTrial;
import org.basin.kernel.RunAheadKernel;
import org.basin.kernel.SquaredReluShape;
import org.basin.kernel.Wide;
import org.basin.linalg.Matrix;
import org.basin.nn.Parameters;

/**
 * Trains networks Σⱼ max(0, wⱼᵀx)² under a squared loss. It computes neurons in pairs. If their
 * number is odd, a neuron of weight 0 is added, which changes nothing.
 */
public abstract class SquaredReluLanes implements RunAheadKernel {

  /** The groups of all lanes. */
  protected final SquaredReluShape shape;

  private final int width;
  private final LaneGroup[] groups;

  /** The number of lanes, from 0, whose groups have not changed since {@link #evaluate}. */
  private int evaluated;

  /**
   * Makes the memory for lanes.
   *
   * @param width the number of elements of a SIMD vector
   * @param lanes the min number of lanes
   */
  protected SquaredReluLanes(SquaredReluShape shape, int width, int lanes) {
    this.shape = shape;
    this.width = width;
    this.groups = new LaneGroup[(lanes + width - 1) / width];
    for (int g = 0; g < groups.length; g++) {
      groups[g] = new LaneGroup(width, shape.paddedNeurons(), shape.features(), shape.examples());
    }
  }

  /**
   * Computes one group's losses, and in its {@code outer} the derivatives with respect to the
   * outputs.
   */
  protected abstract void forward(LaneGroup group);

  /** Updates one group after {@link #forward}. */
  protected abstract void update(LaneGroup group);

  @Override
  public int lanes() {
    return groups.length * width;
  }

  @Override
  public void put(int lane, LaneTrial trial) {
    LaneGroup group = groups[lane / width];
    int l = lane % width;
    evaluated = 0;
    group.set(group.weights, l, rows(trial.parameters().get(0)));
    group.set(group.velocity, l, new @Wide double[0]);
    group.set(group.inputs, l, rows(trial.inputs()));
    group.set(group.labels, l, trial.labels().data());
    group.momentum[l] = Real.of(trial.momentum());
    group.weightDecay[l] = Real.of(trial.weightDecay());
  }

  private static @Wide double[] rows(Matrix matrix) {
    @Wide double[] rows = new @Wide double[matrix.data().length];
    for (int r = 0, i = 0; r < matrix.rows(); r++) {
      for (int c = 0; c < matrix.columns(); c++, i++) {
        rows[i] = matrix.get(r, c);
      }
    }
    return rows;
  }

  @Override
  public void get(int lane, Parameters parameters) {
    LaneGroup group = groups[lane / width];
    Matrix w = parameters.get(0);
    for (int r = 0, i = lane % width; r < w.rows(); r++) {
      for (int c = 0; c < w.columns(); c++, i += width) {
        w.set(r, c, group.weights[i]);
      }
    }
  }

  @Override
  public void move(int from, int to) {
    evaluated = 0;
    groups[to / width].take(to % width, groups[from / width], from % width);
  }

  @Override
  public void save() {
    for (LaneGroup group : groups) {
      group.save();
    }
  }

  @Override
  public void restore() {
    evaluated = 0;
    for (LaneGroup group : groups) {
      group.restore();
    }
  }

  @Override
  public void evaluate(int used, @Wide double[] losses) {
    for (int g = 0; g * width < used; g++) {
      forward(groups[g]);
      put(groups[g].loss, losses, g * width);
    }
    evaluated = used;
  }

  @Override
  public void descend(int used, int steps, @Wide double[] stepSizes, @Wide double[] losses) {
    // It runs group by group, so that a group's numbers stay in the first-level cache for all
    // steps.
    for (int g = 0; g * width < used; g++) {
      for (int s = 0; s < steps; s++) {
        int at = s * lanes() + g * width;
        if (s > 0 || g * width >= evaluated) {
          forward(groups[g]);
        }
        put(groups[g].loss, losses, at);
        for (int l = 0; l < width; l++) {
          groups[g].stepSize[l] = Real.of(stepSizes[at + l]);
        }
        update(groups[g]);
      }
    }
    evaluated = steps == 0 ? evaluated : 0;
  }

  private static void put(double[] from, @Wide double[] to, int at) {
    for (int l = 0; l < from.length; l++) {
      to[at + l] = from[l];
    }
  }
}
