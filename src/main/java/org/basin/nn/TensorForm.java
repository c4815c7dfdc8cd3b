package org.basin.nn;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a model says of one of its tensors, or of all whose names differ in numbers. Every tensor is
 * written by rows, and a row holds the weights of one output of its layer: of one neuron.
 *
 * @param name as an explicit initialisation gives it; {@code <l>} stands for a number, {@code <t>}
 *     for the name of any tensor of the network that the model is made of
 * @param rows how many, in symbols: {@code inputs} and {@code outputs} of the data, keys of the
 *     model, {@code n_l} of layer l
 * @param columns how many, likewise
 * @param row what one row is
 */
public record TensorForm(String name, String rows, String columns, String row) {

  private static final Pattern NUMBER = Pattern.compile("<[a-su-z]>");

  /** The biases of a layer. */
  public static TensorForm bias(String name, String rows, String of) {
    return new TensorForm(name, rows, "1", "the bias of one " + of);
  }

  /** Whether the tensor called {@code tensor} is one of these. */
  public boolean matches(String tensor) {
    String pattern =
        NUMBER.matcher(name.replace(".", "\\.")).replaceAll("[0-9]+").replace("<t>", ".+");
    return tensor.matches(pattern);
  }

  /** The first of {@code forms} that tells of the tensor called {@code tensor}. */
  public static Optional<TensorForm> of(String tensor, List<TensorForm> forms) {
    return forms.stream().filter(form -> form.matches(tensor)).findFirst();
  }
}
