package org.basin.kernel.doubles;

import java.util.Arrays;
import org.basin.kernel.DenseShape;
import org.basin.kernel.LaneTrial;
import org.basin.kernel.StepwiseKernel;
import org.basin.kernel.Wide;
import org.basin.linalg.StepExamples;
import org.basin.nn.Parameters;

/** Trains dense networks, one lane after another. */
public final class DenseLanes implements StepwiseKernel {

  private final DenseLane[] lanes;

  /**
   * Makes the memory for lanes.
   *
   * @param lanes the number of lanes
   */
  public DenseLanes(DenseShape shape, int lanes, DenseProducts products, LaneParts parts) {
    this.lanes = new DenseLane[lanes];
    Arrays.setAll(this.lanes, l -> new DenseLane(shape, products, parts));
  }

  @Override
  public int lanes() {
    return lanes.length;
  }

  @Override
  public void put(int lane, LaneTrial trial) {
    lanes[lane].put(trial);
  }

  @Override
  public void get(int lane, Parameters parameters) {
    lanes[lane].get(parameters);
  }

  @Override
  public void move(int from, int to) {
    DenseLane moved = lanes[from];
    lanes[from] = lanes[to];
    lanes[to] = moved;
  }

  @Override
  public void examples(int used, StepExamples[] examples) {
    for (int l = 0; l < used; l++) {
      lanes[l].examples(examples[l]);
    }
  }

  @Override
  public void evaluate(int used, boolean exact, @Wide double[] least, @Wide double[] greatest) {
    for (int l = 0; l < used; l++) {
      lanes[l].forward(least, l);
      greatest[l] = least[l];
    }
  }

  @Override
  public void update(int used, @Wide double[] stepSizes) {
    for (int l = 0; l < used; l++) {
      lanes[l].backward(Real.of(stepSizes[l]));
    }
  }
}
