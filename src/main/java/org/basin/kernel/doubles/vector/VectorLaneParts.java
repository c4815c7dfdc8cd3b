package org.basin.kernel.doubles.vector;

import org.basin.kernel.doubles.LaneActivation;
import org.basin.kernel.doubles.LaneLoss;
import org.basin.kernel.doubles.LaneParts;
import org.basin.kernel.doubles.LaneProducts;
import org.basin.kernel.doubles.LaneUpdate;
import org.basin.nn.ActivationForm;
import org.basin.nn.AdamTerms;
import org.basin.nn.DescentTerms;
import org.basin.nn.LossForm;
import org.basin.nn.UpdateTerms;

/** The parts with SIMD vectors, of which each element is a lane. */
final class VectorLaneParts implements LaneParts {

  @Override
  public int width() {
    return LaneTiles.WIDTH;
  }

  @Override
  public LaneProducts products() {
    return new VectorLaneProducts();
  }

  @Override
  public LaneActivation activation(ActivationForm form) {
    return VectorActivations.of(form);
  }

  @Override
  public LaneLoss loss(LossForm.Term term, int outputs, int examples) {
    return switch (term) {
      case SQUARED -> new VectorSquaredLoss(outputs);
      case LOGISTIC -> new VectorLogisticLoss(outputs, examples);
      case SOFTMAX_CROSS_ENTROPY -> new VectorSoftmaxLoss(outputs, examples);
    };
  }

  @Override
  public LaneUpdate update(UpdateTerms terms) {
    if (terms instanceof AdamTerms adam) {
      return new VectorAdam(adam);
    }
    return new VectorDescent((DescentTerms) terms);
  }
}
