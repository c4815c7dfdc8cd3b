package org.basin.kernel.doubles;

import org.basin.nn.ActivationForm;
import org.basin.nn.AdamTerms;
import org.basin.nn.DescentTerms;
import org.basin.nn.LossForm;
import org.basin.nn.UpdateTerms;

/** The parts in plain Java, which compute one lane. */
final class PlainLaneParts implements LaneParts {

  @Override
  public int width() {
    return 1;
  }

  @Override
  public LaneProducts products() {
    return new PlainLaneProducts();
  }

  @Override
  public LaneActivation activation(ActivationForm form) {
    return PlainActivations.of(form);
  }

  @Override
  public LaneLoss loss(LossForm.Term term, int outputs, int examples) {
    return switch (term) {
      case SQUARED -> new PlainSquaredLoss(outputs);
      case LOGISTIC -> new PlainLogisticLoss(outputs);
      case SOFTMAX_CROSS_ENTROPY -> new PlainSoftmaxLoss(outputs);
    };
  }

  @Override
  public LaneUpdate update(UpdateTerms terms) {
    if (terms instanceof AdamTerms adam) {
      return new PlainAdam(adam);
    }
    return new PlainDescent((DescentTerms) terms);
  }
}
