package org.basin.train;

import java.util.IdentityHashMap;
import org.basin.linalg.Matrix;
import org.basin.linalg.StepExamples;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.probe.SetObjective;
import org.basin.probe.StepObjective;

/** The loss over the minibatch at which a stream stands. */
final class BatchObjective implements StepObjective {

  private final Model model;
  private final Loss loss;
  private final ExampleStream stream;

  /**
   * One objective for each size of minibatch, by its examples. The last minibatch of an epoch may
   * be smaller.
   */
  private final IdentityHashMap<StepExamples, SetObjective> bySize = new IdentityHashMap<>();

  BatchObjective(Model model, Loss loss, ExampleStream stream) {
    this.model = model;
    this.loss = loss;
    this.stream = stream;
  }

  private SetObjective current() {
    StepExamples step = stream.examples();
    Matrix inputs = step.inputs(); // This call updates both matrices.
    SetObjective objective = bySize.get(step);
    if (objective == null) {
      objective = SetObjective.training(model, loss, inputs, step.labels());
      bySize.put(step, objective);
    }
    return objective;
  }

  @Override
  public double value(Parameters parameters) {
    return current().value(parameters);
  }

  @Override
  public double gradient(Parameters parameters, Parameters gradient) {
    return current().gradient(parameters, gradient);
  }

  @Override
  public void commit(Parameters parameters) {
    current().commit(parameters);
  }
}
