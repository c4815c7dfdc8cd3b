package org.basin.kernel.doubles;

import org.basin.kernel.LaneTrial;
import org.basin.kernel.NetworkShape;
import org.basin.kernel.Wide;
import org.basin.linalg.StepExamples;
import org.basin.nn.Parameters;

/** The groups of a kernel of small networks, and what all its ways to run have in common. */
final class NetworkLanes {

  private final NetworkShape shape;
  private final int width;
  private final NetworkGroup[] groups;
  private final NetworkPass pass;

  /** Memory for examples that are converted to this precision. */
  private double[] converted = {};

  private int count;

  NetworkLanes(NetworkShape shape, int lanes, LaneParts parts) {
    this.shape = shape;
    this.width = parts.width();
    NetworkLayout layout = new NetworkLayout(shape, width);
    LaneMemory memory = new LaneMemory();
    this.pass = new NetworkPass(shape, layout, parts, memory);
    this.groups = new NetworkGroup[(lanes + width - 1) / width];
    for (int g = 0; g < groups.length; g++) {
      groups[g] = new NetworkGroup(layout, width, shape.rule(), memory);
    }
  }

  int lanes() {
    return groups.length * width;
  }

  int width() {
    return width;
  }

  void put(int lane, LaneTrial trial) {
    groups[lane / width].put(lane % width, trial);
  }

  void get(int lane, Parameters parameters) {
    groups[lane / width].get(lane % width, parameters);
  }

  void move(int from, int to) {
    groups[to / width].take(to % width, groups[from / width], from % width);
  }

  void save() {
    for (NetworkGroup group : groups) {
      group.save();
    }
  }

  void restore() {
    for (NetworkGroup group : groups) {
      group.restore();
    }
  }

  /** Sets the examples of lanes, of which each has as many. */
  void examples(int used, StepExamples[] examples) {
    count = examples[0].count();
    for (int first = 0; first < used; first += width) {
      int end = Math.min(used, first + width);
      NetworkGroup group = groups[first / width];
      if (!isOne(examples, first, end)) {
        own(group, examples, first, end);
      } else if (first > 0 && isOne(examples, first - width, end)) {
        NetworkGroup other = groups[first / width - 1];
        group.share(other);
      } else {
        share(group, examples[first]);
      }
    }
  }

  private static boolean isOne(StepExamples[] examples, int first, int end) {
    for (int lane = first + 1; lane < end; lane++) {
      if (!examples[lane].sharesMemoryWith(examples[first])) {
        return false;
      }
    }
    return true;
  }

  private void own(NetworkGroup group, StepExamples[] examples, int first, int end) {
    group.reserve(count * shape.inputs(), count * shape.outputs(), false);
    for (int lane = first; lane < end; lane++) {
      put(inputs(examples[lane]), group.inputs(), count * shape.inputs(), lane - first);
      put(labels(examples[lane]), group.labels(), count * shape.outputs(), lane - first);
    }
  }

  private void put(double[] from, LaneArray to, int size, int lane) {
    for (int i = 0, at = lane; i < size; i++, at += width) {
      to.set(at, from[i]);
    }
  }

  private void share(NetworkGroup group, StepExamples examples) {
    int size = count * shape.inputs();
    boolean isUniform = !shape.layers().get(0).skip(); // A start of sums is a vector.
    group.reserve(size, count * shape.outputs(), isUniform);
    if (isUniform) {
      group.inputs().copyFrom(inputs(examples), size);
    } else {
      spread(inputs(examples), group.inputs(), size);
    }
    spread(labels(examples), group.labels(), count * shape.outputs());
  }

  private void spread(double[] from, LaneArray to, int size) {
    for (int i = 0, at = 0; i < size; i++) {
      for (int l = 0; l < width; l++, at++) {
        to.set(at, from[i]);
      }
    }
  }

  private double[] inputs(StepExamples examples) {
    return Real.inputs(examples, memory(examples.count() * shape.inputs()));
  }

  private double[] labels(StepExamples examples) {
    return Real.labels(examples, memory(examples.count() * shape.outputs()));
  }

  private double[] memory(int size) {
    if (converted.length < size) {
      converted = Real.memory(size);
    }
    return converted;
  }

  /** Computes the losses and gradients of the group of a lane. */
  void evaluate(int lane) {
    pass.evaluate(groups[lane / width], count);
  }

  /** Writes the losses of the group of a lane, as it was last evaluated, from index {@code at}. */
  void losses(int lane, @Wide double[] losses, int at) {
    NetworkGroup group = groups[lane / width];
    @Wide double factor = shape.factor(count);
    for (int l = 0; l < width; l++) {
      losses[at + l] = group.sum[l] * factor;
    }
  }

  /** Takes the step of the group of a lane that was evaluated. */
  void update(int lane, @Wide double[] stepSizes, int at) {
    NetworkGroup group = groups[lane / width];
    group.setStepSizes(stepSizes, at);
    pass.update(group);
  }
}
