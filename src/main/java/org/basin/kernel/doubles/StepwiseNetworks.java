package org.basin.kernel.doubles;

import org.basin.kernel.LaneTrial;
import org.basin.kernel.NetworkShape;
import org.basin.kernel.StepwiseKernel;
import org.basin.kernel.Wide;
import org.basin.linalg.StepExamples;
import org.basin.nn.Parameters;

/** Trains small networks on minibatches or fresh samples, one step at a time. */
final class StepwiseNetworks implements StepwiseKernel {

  private final NetworkLanes lanes;

  StepwiseNetworks(NetworkShape shape, int lanes, LaneParts parts) {
    this.lanes = new NetworkLanes(shape, lanes, parts);
  }

  @Override
  public int lanes() {
    return lanes.lanes();
  }

  @Override
  public void put(int lane, LaneTrial trial) {
    lanes.put(lane, trial);
  }

  @Override
  public void get(int lane, Parameters parameters) {
    lanes.get(lane, parameters);
  }

  @Override
  public void move(int from, int to) {
    lanes.move(from, to);
  }

  @Override
  public void examples(int used, StepExamples[] examples) {
    lanes.examples(used, examples);
  }

  /** Losses are always exact, because their terms are few. */
  @Override
  public void evaluate(int used, boolean exact, @Wide double[] least, @Wide double[] greatest) {
    for (int lane = 0; lane < used; lane += lanes.width()) {
      lanes.evaluate(lane);
      lanes.losses(lane, least, lane);
    }
    System.arraycopy(least, 0, greatest, 0, used);
  }

  @Override
  public void update(int used, @Wide double[] stepSizes) {
    for (int lane = 0; lane < used; lane += lanes.width()) {
      lanes.update(lane, stepSizes, lane);
    }
  }
}
