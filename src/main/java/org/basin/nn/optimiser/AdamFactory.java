package org.basin.nn.optimiser;

import java.util.List;
import org.basin.nn.Optimiser;
import org.basin.nn.OptimiserFactory;
import org.basin.nn.UpdateForm;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code adam}: Adam on the full batch, or on minibatches if a batch size is given; AdamW if the
 * decay is decoupled.
 */
final class AdamFactory implements OptimiserFactory {

  @Override
  public String kind() {
    return "adam";
  }

  @Override
  public String summary() {
    return "Adam, or AdamW with decoupled weight decay, on the full batch or on minibatches.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        StepSizes.COMMON_KEY,
        StepSizes.OWN_KEY,
        Key.real("beta1", Range.closedOpen(0, 1), "β₁, decay of the gradient's running mean"),
        Key.real("beta2", Range.closedOpen(0, 1), "β₂, decay of its square's running mean"),
        Key.real("epsilon", Range.POSITIVE, "ε, added to the root of the mean square"),
        Key.real("weight-decay", Range.NON_NEGATIVE, "λ, the strength of the weight decay"),
        Key.flag(
            "decoupled", "true: λ shrinks the weights (AdamW); false: λw is added to the gradient"),
        StepSizes.SCHEDULE_KEY,
        Key.integer("batch-size", Range.atLeast(1), "examples per step; absent: the full batch")
            .optional(),
        SgdFactory.SAMPLING,
        Clipping.KEY,
        Penalised.KEY);
  }

  @Override
  public Optimiser create(Section section) {
    Adam adam =
        new Adam(
            StepSizes.of(section),
            new UpdateForm.Adam(
                section.real("beta1"),
                section.real("beta2"),
                section.real("epsilon"),
                section.real("weight-decay"),
                section.flag("decoupled")),
            section.has("batch-size") ? SgdFactory.minibatch(section) : null);
    return Penalised.of(section, Clipping.of(section, adam));
  }
}
