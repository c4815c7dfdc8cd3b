package org.basin.nn.image;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Parameters;

/** One layer of an image network. It is stateless; a {@link Pass} keeps what a pass computes. */
interface ImageLayer {

  /** The shape of the layer's output for one image. */
  ImageShape output();

  /** The number of multiply-adds in the matrix products of a forward pass over one image. */
  default double products() {
    return 0;
  }

  /** The number of values that a forward pass keeps for one image. */
  default double activations() {
    return output().features();
  }

  /**
   * About how much memory a {@link #pass} over {@code examples} images uses, in numbers (doubles).
   */
  default double memory(int examples) {
    return activations() * examples;
  }

  /**
   * Makes the memory for passes over {@code examples} images.
   *
   * @param training whether the images are one training batch, which matters to some layers
   * @param pool the matrices that the layers of one workspace share
   */
  Pass pass(int examples, boolean training, MatrixPool pool);

  /** The passes of a layer over a number of images, and the values they keep. */
  interface Pass {

    /**
     * Computes the layer's activations.
     *
     * @param input the activations of the layer below
     * @return the activations; kept in the pass, or in {@code input} if the layer works in place.
     *     They are valid until the next pass. Only a layer above that works in place modifies them
     */
    Matrix forward(Parameters parameters, Matrix input);

    /**
     * Computes the loss's derivative with respect to the activations of the layer below.
     *
     * @param delta the derivative with respect to this layer's activations; returned, or else given
     *     back to the pool
     * @param gradient the layer's own tensors are overwritten
     * @return the derivative, in a matrix of the pool or in {@code delta} itself; null for the
     *     lowest layer
     */
    Matrix backward(Parameters parameters, Matrix delta, Parameters gradient);

    /** The same as {@link org.basin.nn.Model#commit}. */
    default void commit(Parameters parameters) {}
  }
}
