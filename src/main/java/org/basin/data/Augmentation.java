package org.basin.data;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.settings.Section;

/**
 * Changes the training images of a step at random: it surrounds each image with zeros, takes a
 * window of the image's own size, and may then mirror it (He et al. 2016, Section 4.2). Zero is the
 * final value of a pixel, so it is the mean level if images are standardised.
 *
 * @param image the images' shape
 * @param padding the number of zeros on each side, ≥ 0; every window is equally likely
 * @param flip whether to mirror an image left to right with probability 1/2
 */
public record Augmentation(ImageShape image, int padding, boolean flip) {

  /**
   * The augmentation that the keys {@code crop-padding} and {@code flip} describe; null if they
   * change nothing.
   */
  static Augmentation of(Section section, ImageShape image) {
    int padding = section.integer("crop-padding");
    boolean flip = section.flag("flip");
    return padding == 0 && !flip ? null : new Augmentation(image, padding, flip);
  }

  /**
   * Changes each of {@code images} in place. Every image takes the same number of draws.
   *
   * @param images (features × examples), one image per column
   */
  void apply(Matrix images, UniformRandomProvider stream) {
    double[] before = new double[image.features()];
    int windows = 2 * padding + 1;
    for (int c = 0; c < images.columns(); c++) {
      int start = c * before.length;
      System.arraycopy(images.data(), start, before, 0, before.length);
      int down = stream.nextInt(windows) - padding;
      int right = stream.nextInt(windows) - padding;
      boolean mirror = flip && stream.nextBoolean();
      move(before, down, right, mirror, images.data(), start);
    }
  }

  /**
   * Takes the window that begins {@code down} rows and {@code right} columns from the image's first
   * pixel.
   */
  private void move(
      double[] before, int down, int right, boolean mirror, double[] data, int start) {
    int width = image.width();
    int height = image.height();
    Arrays.fill(data, start, start + before.length, 0);
    int from = Math.max(0, -right);
    int to = Math.min(width, width - right);
    for (int line = 0; line < image.channels() * height; line++) {
      int y = line % height + down;
      if (y < 0 || y >= height) {
        continue;
      }
      int source = (line + down) * width + right;
      int target = start + line * width;
      for (int x = from; x < to; x++) {
        data[target + (mirror ? width - 1 - x : x)] = before[source + x];
      }
    }
  }
}
