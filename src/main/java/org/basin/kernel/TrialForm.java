package org.basin.kernel;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Precision;
import org.basin.nn.Loss;
import org.basin.nn.LossForm;
import org.basin.nn.Minibatch;
import org.basin.nn.Model;
import org.basin.nn.ModelForm;
import org.basin.nn.Optimiser;
import org.basin.nn.UpdateForm;

/**
 * The form of a trial, from the forms of its parts. A kernel shape decides by it.
 *
 * @param minibatch how minibatches are chosen; null for the full batch
 * @param stepScales the factor on the step size of each tensor of the model
 * @param set the number of examples of the training set; 0 for fresh samples
 */
record TrialForm(
    ModelForm model,
    LossForm loss,
    UpdateForm update,
    List<Double> stepScales,
    Minibatch minibatch,
    int set,
    Precision precision) {

  /** The form of a trial; empty if one of the parts has no form. */
  static Optional<TrialForm> of(
      Model model, Loss loss, Optimiser optimiser, int set, Precision precision) {
    return model
        .form()
        .flatMap(
            network ->
                loss.form()
                    .flatMap(
                        term ->
                            optimiser
                                .form()
                                .map(
                                    update ->
                                        new TrialForm(
                                            network,
                                            term,
                                            update,
                                            model.shapes().stream()
                                                .map(optimiser::stepScale)
                                                .toList(),
                                            optimiser.minibatch(),
                                            set,
                                            precision))));
  }

  /** Whether all tensors have the same step size. */
  boolean hasOneStepSize() {
    return stepScales.stream().allMatch(scale -> scale == 1);
  }

  /** The max number of examples of a step; 0 if there are none. */
  int examples() {
    return minibatch == null ? set : goesThroughSet() ? Math.min(set, size()) : size();
  }

  private int size() {
    return minibatch.size();
  }

  /** The size of a set that minibatches go through in epochs; else 0. */
  int epoch() {
    return goesThroughSet() ? set : 0;
  }

  private boolean goesThroughSet() {
    return set > 0 && minibatch != null && !minibatch.replacement();
  }
}
