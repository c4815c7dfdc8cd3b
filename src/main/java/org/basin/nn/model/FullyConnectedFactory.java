package org.basin.nn.model;

import java.util.ArrayList;
import java.util.List;
import org.basin.nn.Activation;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.TensorForm;
import org.basin.nn.activation.Activations;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** {@code fully-connected}: any number of hidden layers. */
final class FullyConnectedFactory implements ModelFactory {

  @Override
  public String kind() {
    return "fully-connected";
  }

  @Override
  public String summary() {
    return "A network of any number of hidden layers with one activation, with or without biases.";
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = commonKeys();
    keys.add(
        Key.reals(
            "hidden", Range.atLeast(1), "widths of the hidden layers; empty for a linear map"));
    return keys;
  }

  @Override
  public List<TensorForm> tensors() {
    return List.of(
        new TensorForm(
            "layers.<l>.weight",
            "n_(l+1)",
            "n_l",
            "the weights of one neuron of layer l + 1; n_0 = inputs, then hidden, then outputs"),
        TensorForm.bias("layers.<l>.bias", "n_(l+1)", "neuron of layer l + 1"));
  }

  @Override
  public Model create(Section section, int inputs, int outputs) {
    double[] hidden = section.reals("hidden");
    int[] sizes = new int[hidden.length + 2];
    sizes[0] = inputs;
    sizes[hidden.length + 1] = outputs;
    for (int l = 0; l < hidden.length; l++) {
      sizes[l + 1] = (int) hidden[l];
      if (sizes[l + 1] != hidden[l]) {
        throw new SpecException(
            section.path() + ".hidden", "has " + hidden[l] + ", must be whole numbers");
      }
    }
    return new FullyConnected(sizes, activation(section), parts(section));
  }

  /** The keys that all fully connected networks have. */
  static List<Key> commonKeys() {
    return new ArrayList<>(
        List.of(
            Key.component("activation", "activation", "σ of the hidden layers"),
            Key.flag("bias", "whether hidden layers have a bias"),
            Key.flag("output-bias", "whether the output layer has a bias"),
            Key.flag("train-hidden", "whether the weights of hidden layers are trained"),
            Key.flag("train-bias", "whether biases are trained"),
            Key.flag("train-output", "whether the weights of the output layer are trained")));
  }

  static Activation activation(Section section) {
    Section activation = section.section("activation");
    return Activations.CATALOGUE.of(activation).create(activation);
  }

  static FullyConnected.Parts parts(Section section) {
    return new FullyConnected.Parts(
        section.flag("bias"),
        section.flag("output-bias"),
        section.flag("train-hidden"),
        section.flag("train-bias"),
        section.flag("train-output"));
  }
}
