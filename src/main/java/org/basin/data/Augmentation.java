package org.basin.data;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.settings.Section;

/**
 * What a step changes of its training images at random: a window of the image's own size out of it
 * and zeros around it, then perhaps its mirror image (He et al. 2016, Section 4.2). Zero is what
 * the pixels hold in the end: the mean level where they are standardised.
 *
 * @param image the images' shape
 * @param padding zeros on each side, at least 0; every window is equally likely
 * @param flip whether to mirror an image left to right with probability 1/2
 */
public record Augmentation(ImageShape image, int padding, boolean flip) {

  /** From the keys {@code crop-padding} and {@code flip}; null if they say to change nothing. */
  static Augmentation of(Section section, ImageShape image) {
    int padding = section.integer("crop-padding");
    boolean flip = section.flag("flip");
    return padding == 0 && !flip ? null : new Augmentation(image, padding, flip);
  }

  /**
   * Changes each of {@code images} in its place. Takes the same draws of every image.
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

  /** The window that begins {@code down} and {@code right} of the image's first pixel. */
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
