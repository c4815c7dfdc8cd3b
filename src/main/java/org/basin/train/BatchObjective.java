package org.basin.train;

import java.util.IdentityHashMap;
import org.basin.nn.Loss;
import org.basin.nn.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Parameters;

/** The loss of the minibatch a stream stands at. */
final class BatchObjective implements StepObjective {

  private final Model model;
  private final Loss loss;
  private final ExampleStream examples;

  /** One for each size of minibatch (an epoch's last may be short), by its matrix. */
  private final IdentityHashMap<Matrix, SetObjective> bySize = new IdentityHashMap<>();

  BatchObjective(Model model, Loss loss, ExampleStream examples) {
    this.model = model;
    this.loss = loss;
    this.examples = examples;
  }

  private SetObjective current() {
    SetObjective objective = bySize.get(examples.inputs());
    if (objective == null) {
      objective = SetObjective.training(model, loss, examples.inputs(), examples.labels());
      bySize.put(examples.inputs(), objective);
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
