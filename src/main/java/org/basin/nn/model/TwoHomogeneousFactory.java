package org.basin.nn.model;

import java.util.List;
import org.basin.nn.Activation;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.TensorForm;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code two-homogeneous}: Σⱼ vⱼσ(wⱼᵀx) without bias, with a homogeneous σ (ReLU, leaky ReLU) and
 * both layers trained. Kumar &amp; Haupt (2024), Section 2.
 */
final class TwoHomogeneousFactory implements ModelFactory {

  @Override
  public String kind() {
    return "two-homogeneous";
  }

  @Override
  public String summary() {
    return "One hidden layer, Σⱼ vⱼσ(wⱼᵀx), of a homogeneous activation and without biases.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer("width", Range.atLeast(1), "number of neurons"),
        Key.component("activation", "activation", "σ: relu, leaky-relu or identity"));
  }

  @Override
  public List<TensorForm> tensors() {
    return List.of(
        new TensorForm("layers.0.weight", "width", "inputs", "the weights wⱼ of one neuron"),
        new TensorForm(
            "layers.1.weight",
            "outputs",
            "width",
            "the weights vⱼ of one output, one for each neuron"));
  }

  @Override
  public Model create(Section section, int inputs, int outputs) {
    Activation activation = FullyConnectedFactory.activation(section);
    if (!activation.isHomogeneous()) {
      throw new SpecException(
          section.path() + ".activation.kind",
          "is "
              + section.section("activation").kind()
              + ", must be homogeneous, such as relu or leaky-relu");
    }
    return new TwoLayer(
        inputs, section.integer("width"), outputs, activation, FullyConnected.Parts.WEIGHTS);
  }
}
