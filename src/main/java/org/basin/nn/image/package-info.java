/**
 * Convolutional networks: image layers, which the model kind {@code resnet} composes.
 *
 * <p>Between layers, images are a {@link org.basin.linalg.Matrix} (channels × pixels·examples): one
 * column per pixel, row by row, image after image. A pixel's channels are neighbours in memory, so
 * that a convolution's products read and write activations without reordering them.
 */
package org.basin.nn.image;
