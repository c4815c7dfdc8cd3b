package org.basin.nn.image;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;

/**
 * The k × k patches of images, one column a patch (im2col), tile after tile. A patch's numbers come
 * row by row, pixel by pixel, channel by channel; there is one for each pixel of the form {@code
 * to}. A tile is some rows of pixels of {@code to}: enough for a product to pay, few enough for its
 * patches to stay in the processor's cache on their way through the native call, which copies them.
 */
final class Patches {

  /** Numbers in a tile's patches, at most, unless one row of pixels has more. */
  private static final int TILE = 1 << 16;

  private final ImageShape from;
  private final ImageShape to;
  private final int kernel;
  private final int stride;
  private final int spread;
  private final int margin;
  private final int rows;
  private final int tileRows;
  private final MatrixPool room;

  /** One image between zeros, as the patches see it: (channels × padded pixels). */
  private final double[] padded;

  private final int paddedWidth;

  private double[] images;
  private int loaded;
  private int row;
  private int taken;
  private Matrix patches;

  /**
   * @param from form of the images
   * @param to as many patches a row, and rows of them
   * @param stride pixels from a patch to the next
   * @param spread pixels from one of the image to the next, zeros between them
   * @param margin zeros before the first pixel of a row and the first row
   */
  Patches(
      ImageShape from,
      ImageShape to,
      int kernel,
      int stride,
      int spread,
      int margin,
      int examples,
      MatrixPool room) {
    this.from = from;
    this.to = to;
    this.kernel = kernel;
    this.stride = stride;
    this.spread = spread;
    this.margin = margin;
    this.room = room;
    rows = examples * to.height();
    tileRows = Math.min(rows, Math.max(1, TILE / (patchSize() * to.width())));
    paddedWidth = (to.width() - 1) * stride + kernel;
    int paddedHeight = (to.height() - 1) * stride + kernel;
    // What the last patches do not reach is not stored.
    padded = new double[from.channels() * paddedWidth * paddedHeight];
  }

  private int patchSize() {
    return kernel * kernel * from.channels();
  }

  /** Before the first tile of {@code images} (channels × pixels·examples). */
  void start(Matrix images) {
    this.images = images.data();
    loaded = -1;
    row = 0;
    taken = 0;
  }

  /** Goes on to the next tile; false if there is none. */
  boolean next() {
    row += taken;
    taken = Math.min(tileRows, rows - row);
    if (taken == 0) {
      return false;
    }
    patches = room.scratch("patches", patchSize(), taken * to.width());
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

  /** Puts image {@code image} between zeros. */
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

  /** Copies the tile's pixels out of {@code all} (channels × pixels·examples, of form to). */
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
