package org.basin.nn.model;

import java.util.List;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.TensorForm;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code three-layer}: Σᵢ aᵢσ(nᵢ + b₂ᵢ), nᵢ = Σⱼ vᵢⱼσ(⟨wⱼ, x⟩ + b₁ⱼ), with two hidden layers.
 * Allen-Zhu, Li &amp; Liang (2019), Section 4.
 */
final class ThreeLayer implements ModelFactory {

  @Override
  public String kind() {
    return "three-layer";
  }

  @Override
  public String summary() {
    return "A network of two hidden layers, given by their widths, with or without biases.";
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = FullyConnectedFactory.commonKeys();
    keys.add(Key.integer("width", Range.atLeast(1), "number of neurons of the first hidden layer"));
    keys.add(
        Key.integer(
                "second-width",
                Range.atLeast(1),
                "neurons of the second hidden layer; absent: as many as in the first")
            .optional());
    return keys;
  }

  @Override
  public List<TensorForm> tensors() {
    return List.of(
        new TensorForm(
            "layers.0.weight",
            "width",
            "inputs",
            "the weights wⱼ of one neuron of the first layer"),
        TensorForm.bias("layers.0.bias", "width", "neuron of the first layer"),
        new TensorForm(
            "layers.1.weight",
            "second-width",
            "width",
            "the weights vᵢ of one neuron of the second layer"),
        TensorForm.bias("layers.1.bias", "second-width", "neuron of the second layer"),
        new TensorForm(
            "layers.2.weight",
            "outputs",
            "second-width",
            "the weights aᵢ of one output, one for each neuron"),
        TensorForm.bias("layers.2.bias", "outputs", "output"));
  }

  @Override
  public Model create(Section section, int inputs, int outputs) {
    int first = section.integer("width");
    int second = section.has("second-width") ? section.integer("second-width") : first;
    return new FullyConnected(
        new int[] {inputs, first, second, outputs},
        FullyConnectedFactory.activation(section),
        FullyConnectedFactory.parts(section));
  }
}
