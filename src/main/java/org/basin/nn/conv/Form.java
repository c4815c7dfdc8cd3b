package org.basin.nn.conv;

/**
 * The shape of one image, or of a layer's activations for one image.
 *
 * @param channels numbers a pixel
 * @param height rows of pixels
 * @param width pixels a row
 */
record Form(int channels, int height, int width) {

  int pixels() {
    return height * width;
  }

  /** Numbers an image. */
  int size() {
    return channels * pixels();
  }
}
