package org.basin.nn.activation;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.ActivationFactory;
import org.basin.nn.ActivationForm;
import org.basin.settings.Key;
import org.basin.settings.Section;

/** σ(z) = z. */
final class Identity implements Activation {

  @Override
  public Optional<ActivationForm> form() {
    return Optional.of(new ActivationForm(ActivationForm.Kind.IDENTITY));
  }

  @Override
  public void apply(Matrix z, Matrix result) {
    result.copyFrom(z);
  }

  @Override
  public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {}

  @Override
  public boolean isHomogeneous() {
    return true;
  }

  static final class Factory implements ActivationFactory {

    @Override
    public String kind() {
      return "identity";
    }

    @Override
    public String summary() {
      return "The identity: z itself.";
    }

    @Override
    public List<Key> keys() {
      return List.of();
    }

    @Override
    public Activation create(Section section) {
      return new Identity();
    }
  }
}
