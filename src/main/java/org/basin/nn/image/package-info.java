/**
 * Convolutional networks: layers of images, composed into the model kind {@code resnet}.
 *
 * <p>Between layers, images stand as a {@link org.basin.linalg.Matrix} (channels ×
 * pixels·examples): one column a pixel, row by row, image after image. A pixel's channels are
 * neighbours, so that a convolution's products leave and take activations as they are.
 */
package org.basin.nn.image;
