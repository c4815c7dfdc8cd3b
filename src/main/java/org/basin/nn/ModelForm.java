package org.basin.nn;

import java.util.List;

/**
 * What a model computes, in few enough words that code made for just that can take its place: same
 * tensors, same function, sums perhaps in another order. A model that is none of these has no form.
 */
public sealed interface ModelForm {

  /**
   * Affine layers, one on the other, with an activation between each two and none after the last.
   *
   * @param layers from the inputs to the outputs, at least one; each as wide as the next expects;
   *     every tensor of the model is the weight or the bias of one of them
   * @param activation σ between them; without meaning for one layer
   */
  record AffineLayers(List<DenseLayer> layers, Activation activation) implements ModelForm {

    /** Copies the list. */
    public AffineLayers {
      layers = List.copyOf(layers);
    }
  }

  /**
   * Σⱼ max(0, wⱼᵀx)², of one output. Its only tensor, trained, has wⱼ in row j (neurons × inputs).
   *
   * @param inputs features, ≥ 1
   * @param neurons ≥ 1
   */
  record SquaredNeurons(int inputs, int neurons) implements ModelForm {}

  /**
   * W_N ⋯ W_1 x, all layers trained. Tensor i, from 0, is W_{i+1}.
   *
   * @param inputs features, ≥ 1
   * @param outputs ≥ 1
   * @param depth N ≥ 1
   * @param width rows of every layer but the last, ≥ 1
   */
  record MatrixProduct(int inputs, int outputs, int depth, int width) implements ModelForm {}
}
