package org.basin.nn;

import java.util.List;

/**
 * Describes what a model computes, for code such as a kernel that can replace it: with the same
 * tensors and the same function, but perhaps with sums in another order. A model that is none of
 * these has no form.
 */
public sealed interface ModelForm {

  /**
   * A sequence of affine layers, with an activation after each layer except the last.
   *
   * @param layers at least one layer, from the inputs to the outputs, whose sizes fit together;
   *     every tensor of the model is the weight or the bias of one of them
   * @param activation the activation σ between layers; it does not matter for a single layer
   */
  record AffineLayers(List<DenseLayer> layers, Activation activation) implements ModelForm {

    /** Copies the list. */
    public AffineLayers {
      layers = List.copyOf(layers);
    }
  }

  /**
   * The network Σⱼ max(0, wⱼᵀx)² with one output. Its only tensor (neurons × inputs) has wⱼ in row
   * j and is trained.
   *
   * @param inputs the number of features, ≥ 1
   * @param neurons the number of neurons, ≥ 1
   */
  record SquaredNeurons(int inputs, int neurons) implements ModelForm {}

  /**
   * The network W_N ⋯ W_1 x with all layers trained. Tensor i, counted from 0, is W_{i+1}.
   *
   * @param inputs the number of features, ≥ 1
   * @param outputs the number of outputs, ≥ 1
   * @param depth the number of layers N, ≥ 1
   * @param width the number of rows of every layer except the last, ≥ 1
   */
  record MatrixProduct(int inputs, int outputs, int depth, int width) implements ModelForm {}
}
