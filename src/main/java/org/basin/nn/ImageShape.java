package org.basin.nn;

/**
 * The shape of images whose pixels are the features of an input. Feature (c · height + y) · width +
 * x is channel c at row y and column x, which is PyTorch's order (channels, height, width).
 *
 * @param channels 1 for grey levels, 3 for red, green and blue
 * @param height rows of pixels
 * @param width columns of pixels
 */
public record ImageShape(int channels, int height, int width) {

  /** The number of features of an image: channels · height · width. */
  public int features() {
    return channels * height * width;
  }

  /** The number of pixels: height · width. */
  public int pixels() {
    return height * width;
  }
}
