package org.basin.nn.image;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;

/**
 * The k × k patches of images (im2col), one patch per column, computed tile by tile. A patch holds
 * its numbers row by row, within a row pixel by pixel, and within a pixel channel by channel. Each
 * pixel of the shape {@code to} has one patch. A tile is a number of rows of pixels of {@code to}:
 * enough rows for an efficient product, and few enough that their patches stay in the processor's
 * cache while the native call copies them.
 */
final class Patches {

  /** The max number of values in a tile's patches, unless one row of pixels has more. */
  private static final int TILE = 1 << 16;

  private final ImageShape from;
  private final ImageShape to;
  private final int kernel;
  private final int stride;
  private final int spread;
  private final int margin;
  private final int rows;
  private final int tileRows;
  private final MatrixPool pool;

  /** One image with its padding of zeros (channels × padded pixels). */
  private final double[] padded;

  private final int paddedWidth;

  private double[] images;
  private int loaded;
  private int row;
  private int taken;
  private Matrix patches;

  /**
   * @param from the shape of the images
   * @param to its width is the number of patches in a row, its height the number of such rows
   * @param stride the pixels from one patch to the next
   * @param spread the distance of two neighbouring image pixels, with zeros between them
   * @param margin the number of zeros before the first pixel of a row, and of zero rows before the
   *     first row
   */
  Patches(
      ImageShape from,
      ImageShape to,
      int kernel,
      int stride,
      int spread,
      int margin,
      int examples,
      MatrixPool pool) {
    this.from = from;
    this.to = to;
    this.kernel = kernel;
    this.stride = stride;
    this.spread = spread;
    this.margin = margin;
    this.pool = pool;
    rows = examples * to.height();
    tileRows = Math.min(rows, Math.max(1, TILE / (patchSize() * to.width())));
    paddedWidth = (to.width() - 1) * stride + kernel;
    int paddedHeight = (to.height() - 1) * stride + kernel;
    // Pixels beyond the last patches are not stored.
    padded = new double[from.channels() * paddedWidth * paddedHeight];
  }

  private int patchSize() {
    return kernel * kernel * from.channels();
  }

  /** Starts before the first tile of {@code images} (channels × pixels·examples). */
  void start(Matrix images) {
    this.images = images.data();
    loaded = -1;
    row = 0;
    taken = 0;
  }

  /** Moves to the next tile; false if there is none. */
  boolean next() {
    row += taken;
    taken = Math.min(tileRows, rows - row);
    if (taken == 0) {
      return false;
    }
    patches = pool.scratch("patches", patchSize(), taken * to.width());
    double[] columns = patches.data();
    int run = kernel * from.channels();
    int line = paddedWidth * from.channels();
    int step = stride * from.channels();
    for (int r = row, at = 0; r < row + taken; r++) {
      load(r / to.height());
      int first = r % to.height() * stride * line;
      for (int w = 0; w < to.width(); w++, first += step) {
        for (int i = 0, start = first; i < kernel; i++, at += run, start += line) {
          System.arraycopy(padded, start, columns, at, run);
        }
      }
    }
    return true;
  }

  /** Copies image {@code image} between the zeros of the padding. */
  private void load(int image) {
    if (image == loaded) {
      return;
    }
    loaded = image;
    int channels = from.channels();
    int height = padded.length / (paddedWidth * channels);
    for (int h = 0; h < from.height(); h++) {
      int y = margin + h * spread;
      if (y >= height) {
        return;
      }
      int source = (image * from.height() + h) * from.width() * channels;
      int target = (y * paddedWidth + margin) * channels;
      if (spread == 1) {
        int width = Math.min(from.width(), paddedWidth - margin);
        System.arraycopy(images, source, padded, target, width * channels);
      } else {
        for (int w = 0; w < from.width(); w++) {
          System.arraycopy(
              images, source + w * channels, padded, target + w * spread * channels, channels);
        }
      }
    }
  }

  /** The tile's patches (k·k·channels × pixels). */
  Matrix patches() {
    return patches;
  }

  /**
   * Copies the tile's pixels out of {@code all} (channels × pixels·examples), whose shape is {@code
   * to}.
   */
  void read(Matrix all, Matrix tile) {
    System.arraycopy(all.data(), offset(tile), tile.data(), 0, tile.data().length);
  }

  /** Copies the tile's pixels into {@code all}. */
  void write(Matrix tile, Matrix all) {
    System.arraycopy(tile.data(), 0, all.data(), offset(tile), tile.data().length);
  }

  private int offset(Matrix tile) {
    return row * to.width() * tile.rows();
  }
}
