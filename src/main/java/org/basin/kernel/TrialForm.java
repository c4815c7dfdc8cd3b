package org.basin.kernel;

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
 * A trial as its parts tell of themselves: what a kernel may go by.
 *
 * @param minibatch null for the full batch
 * @param set examples of the training set; 0 for fresh samples
 */
record TrialForm(
    ModelForm model,
    LossForm loss,
    UpdateForm update,
    Minibatch minibatch,
    int set,
    Precision precision) {

  /** Empty if one of the parts has no form. */
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
                                            optimiser.minibatch(),
                                            set,
                                            precision))));
  }

  /** Examples of a step, at most; 0 if there are none. */
  int examples() {
    return minibatch == null ? set : goesThroughSet() ? Math.min(set, size()) : size();
  }

  private int size() {
    return minibatch.size();
  }

  /** Examples of a set that is gone through again and again by minibatches; else 0. */
  int epoch() {
    return goesThroughSet() ? set : 0;
  }

  private boolean goesThroughSet() {
    return set > 0 && minibatch != null && !minibatch.replacement();
  }
}
