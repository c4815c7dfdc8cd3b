package org.basin.nn;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Describes one tensor of a model, or all tensors whose names differ only in numbers. Every tensor
 * is written row by row. A row holds the weights of one output of the layer, that is, of one
 * neuron.
 *
 * @param name the name in an explicit initialisation; {@code <l>} stands for a number, and {@code
 *     <t>} for the name of any tensor of the network from which the model is made
 * @param rows the number of rows in symbols: {@code inputs} and {@code outputs} of the data, keys
 *     of the model, {@code n_l} for the size of layer l
 * @param columns the number of columns, in the same symbols
 * @param row what one row holds
 */
public record TensorForm(String name, String rows, String columns, String row) {

  private static final Pattern NUMBER = Pattern.compile("<[a-su-z]>");

  /**
   * Describes the biases of a layer; {@code of} says what has one bias, for example {@code neuron}.
   */
  public static TensorForm bias(String name, String rows, String of) {
    return new TensorForm(name, rows, "1", "the bias of one " + of);
  }

  /** Whether this form describes the tensor named {@code tensor}. */
  public boolean matches(String tensor) {
    String pattern =
        NUMBER.matcher(name.replace(".", "\\.")).replaceAll("[0-9]+").replace("<t>", ".+");
    return tensor.matches(pattern);
  }

  /** The first of {@code forms} that describes the tensor named {@code tensor}. */
  public static Optional<TensorForm> of(String tensor, List<TensorForm> forms) {
    return forms.stream().filter(form -> form.matches(tensor)).findFirst();
  }
}
