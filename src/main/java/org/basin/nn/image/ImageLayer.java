package org.basin.nn.image;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Parameters;

/** One layer of an image network. Stateless; a {@link Pass} remembers. */
interface ImageLayer {

  /** What it leaves of an image. */
  ImageShape output();

  /** Multiplications of a forward pass over one image, in matrix products. */
  default double products() {
    return 0;
  }

  /** Numbers that a forward pass leaves of one image. */
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
   * Room for the passes of {@code examples} images.
   *
   * @param training whether to treat them as one batch, where that makes a difference
   * @param room shared by the layers of one workspace
   */
  Pass pass(int examples, boolean training, MatrixPool room);

  /** The passes of a layer over a number of images, and what they remember. */
  interface Pass {

    /**
     * The layer's activations.
     *
     * @param input of the layer below, which remembers no more of it than it says
     * @return stands in the pass, or in {@code input} if the layer works in place; valid until the
     *     next pass, unmodified but for a layer above that works in place
     */
    Matrix forward(Parameters parameters, Matrix input);

    /**
     * Carries the loss's derivative by this layer's activations down to those of the layer below.
     *
     * @param delta taken over: given back to the room unless returned
     * @param gradient the layer's own tensors are overwritten
     * @return from the room, or {@code delta} itself; null from a layer on which no other rests
     */
    Matrix backward(Parameters parameters, Matrix delta, Parameters gradient);

    /** As {@link org.basin.nn.Model#commit}. */
    default void commit(Parameters parameters) {}
  }
}
