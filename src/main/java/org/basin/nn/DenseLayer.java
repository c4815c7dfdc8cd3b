package org.basin.nn;

import java.util.List;

/**
 * A fully connected layer z = Wa + b, or z = (I + W)a + b.
 *
 * @param inputs the number of inputs, ≥ 1
 * @param outputs the number of outputs, ≥ 1
 * @param weight the index of the tensor W (outputs × inputs); −1 where W is fixed and all ones
 * @param bias the index of the tensor b; −1 where the layer has no bias
 * @param trainsWeight whether W is trained
 * @param trainsBias whether b is trained
 * @param skip whether I is added to W, which must then be square
 */
public record DenseLayer(
    int inputs,
    int outputs,
    int weight,
    int bias,
    boolean trainsWeight,
    boolean trainsBias,
    boolean skip) {

  public boolean isTrained() {
    return trainsWeight || trainsBias;
  }

  /**
   * The index of the lowest layer with a trained tensor, at which a backward pass ends; their
   * number if there is none.
   */
  public static int lowestTrained(List<DenseLayer> layers) {
    int l = 0;
    while (l < layers.size() && !layers.get(l).isTrained()) {
      l++;
    }
    return l;
  }
}
