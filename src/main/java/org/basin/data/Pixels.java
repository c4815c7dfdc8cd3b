package org.basin.data;

import org.basin.nn.ImageShape;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Converts a byte b of channel c to a number: scale · b/255, or scale · (b/255 − mean_c)/std_c if
 * images are standardised.
 */
final class Pixels {

  private final int pixels;

  /** The number for each channel and byte. */
  private final double[][] values;

  private Pixels(int pixels, double[][] values) {
    this.pixels = pixels;
    this.values = values;
  }

  /**
   * The conversion that the keys {@code standardise}, {@code mean}, {@code std} and {@code scale}
   * describe.
   *
   * @throws SpecException if there is not one mean and one std for each channel
   */
  static Pixels of(Section section, ImageShape shape) {
    boolean standardise = section.flag("standardise");
    double[] mean = perChannel(section, "mean", shape);
    double[] std = perChannel(section, "std", shape);
    double scale = section.real("scale");
    double[][] values = new double[shape.channels()][256];
    for (int c = 0; c < values.length; c++) {
      for (int b = 0; b < 256; b++) {
        double level = b / 255.0;
        values[c][b] = scale * (standardise ? (level - mean[c]) / std[c] : level);
      }
    }
    return new Pixels(shape.pixels(), values);
  }

  private static double[] perChannel(Section section, String key, ImageShape shape) {
    double[] given = section.reals(key);
    if (given.length != shape.channels()) {
      throw new SpecException(
          section.path() + "." + key,
          "has "
              + given.length
              + " numbers, must have "
              + shape.channels()
              + ", one for each channel");
    }
    return given;
  }

  /**
   * Writes one image, whose bytes start at index {@code from}, into {@code data} at index {@code
   * to}.
   */
  void unpack(byte[] image, int from, double[] data, int to) {
    int i = 0;
    for (double[] channel : values) {
      for (int p = 0; p < pixels; p++, i++) {
        data[to + i] = channel[Byte.toUnsignedInt(image[from + i])];
      }
    }
  }
}
