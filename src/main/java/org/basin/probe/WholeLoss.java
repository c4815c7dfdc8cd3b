package org.basin.probe;

import org.basin.data.Data;
import org.basin.data.FreshSamples;
import org.basin.data.Population;
import org.basin.data.TrainingSet;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Objective;

/**
 * Makes the loss over all data: over the training set, or over a population whose loss has a closed
 * form.
 */
public final class WholeLoss {

  private WholeLoss() {}

  /**
   * Makes a new objective with its own workspace.
   *
   * @return the objective; null if the loss is not known (fresh samples without a closed form)
   * @throws org.basin.settings.SpecException if the data are a population whose loss for this model
   *     has no closed form
   */
  public static Objective of(Model model, Data data, Loss loss) {
    if (data instanceof TrainingSet set) {
      return new SetObjective(model, loss, set.examples(), set.labels());
    }
    if (data instanceof Population population) {
      return population.objective(model, loss);
    }
    if (data instanceof FreshSamples samples && samples.population() != null) {
      return samples.population().closedForm(model, loss).orElse(null);
    }
    return null;
  }

  /**
   * The number of examples that a pass over all data counts as, where cost is predicted: those of
   * the training set, or one for each input of a population in closed form.
   */
  public static double examples(Data data) {
    return data instanceof TrainingSet set ? set.size() : data.inputs();
  }

  /** The work of a loss over all data. */
  public static ModelWork value(Data data) {
    return ModelWork.forward(examples(data)).andElements(elements(data));
  }

  /** The work of a gradient of the loss over all data. */
  public static ModelWork gradient(Data data) {
    return value(data).andBackward(examples(data));
  }

  /** The number of numbers that a closed form reads one by one. */
  public static double elements(Data data) {
    boolean isClosed = !(data instanceof TrainingSet) && data.population() != null;
    return isClosed ? data.population().elements() : 0;
  }
}
