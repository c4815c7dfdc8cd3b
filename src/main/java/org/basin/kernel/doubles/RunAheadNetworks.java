package org.basin.kernel.doubles;

import org.basin.kernel.LaneTrial;
import org.basin.kernel.NetworkShape;
import org.basin.kernel.RunAheadKernel;
import org.basin.kernel.Wide;
import org.basin.linalg.StepExamples;
import org.basin.nn.Parameters;

/** Trains small networks on their whole training sets, many steps in one call. */
final class RunAheadNetworks implements RunAheadKernel {

  private final NetworkLanes lanes;
  private final StepExamples[] examples;

  /** The number of lanes, from 0, whose examples stand in their groups. */
  private int arranged;

  /** The number of lanes, from 0, whose groups have not changed since {@link #evaluate}. */
  private int evaluated;

  RunAheadNetworks(NetworkShape shape, int lanes, LaneParts parts) {
    this.lanes = new NetworkLanes(shape, lanes, parts);
    this.examples = new StepExamples[this.lanes.lanes()];
  }

  @Override
  public int lanes() {
    return lanes.lanes();
  }

  @Override
  public void put(int lane, LaneTrial trial) {
    lanes.put(lane, trial);
    examples[lane] = StepExamples.of(trial.inputs(), trial.labels());
    arranged = 0;
    evaluated = 0;
  }

  @Override
  public void get(int lane, Parameters parameters) {
    lanes.get(lane, parameters);
  }

  @Override
  public void move(int from, int to) {
    lanes.move(from, to);
    examples[to] = examples[from];
    arranged = 0;
    evaluated = 0;
  }

  @Override
  public void save() {
    lanes.save();
  }

  @Override
  public void restore() {
    lanes.restore();
    evaluated = 0;
  }

  @Override
  public void evaluate(int used, @Wide double[] losses) {
    arrange(used);
    for (int lane = 0; lane < used; lane += lanes.width()) {
      lanes.evaluate(lane);
      lanes.losses(lane, losses, lane);
    }
    evaluated = used;
  }

  private void arrange(int used) {
    if (arranged < used) {
      lanes.examples(used, examples);
      arranged = used;
    }
  }

  @Override
  public void descend(int used, int steps, @Wide double[] stepSizes, @Wide double[] losses) {
    // It runs group by group, so that a group's numbers stay in the cache for all steps.
    arrange(used);
    for (int lane = 0; lane < used; lane += lanes.width()) {
      for (int s = 0; s < steps; s++) {
        int at = s * lanes() + lane;
        if (s > 0 || lane >= evaluated) {
          lanes.evaluate(lane);
        }
        lanes.losses(lane, losses, at);
        lanes.update(lane, stepSizes, at);
      }
    }
    evaluated = steps == 0 ? evaluated : 0;
  }
}
