package org.basin.chart;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A layer of very many cells as one picture of pixels. As shapes of their own, a quarter of a
 * million cells would be a document of tens of megabytes that few programs open.
 */
final class CellPicture {

  /** The number of cells beyond which they are pixels. Our choice: about a hundred by a hundred. */
  private static final int MOST_SHAPES = 10_000;

  /** The min number of pixels along a side, so that programs that smooth pictures keep edges. */
  private static final int SIDE = 1024;

  /** The index of the transparent colour, where there is no cell. */
  private static final int NONE = 255;

  /** The number of colours of the ramp. */
  static final int COLOURS = 255;

  private final byte[][] ramp;

  /**
   * Makes one.
   *
   * @param ramp the red, green and blue of {@link #COLOURS} colours, from the lowest to the highest
   *     number (3 × COLOURS); not modified
   */
  CellPicture(byte[][] ramp) {
    this.ramp = ramp;
  }

  /** The address of a PNG file within itself that shows the layer; empty for a layer of shapes. */
  Optional<String> of(Chart chart, Layer layer) {
    return layer.mark() == Mark.CELLS && layer.rows().size() > MOST_SHAPES
        ? Optional.of(picture(chart, layer))
        : Optional.empty();
  }

  private String picture(Chart chart, Layer layer) {
    Map<String, Integer> columns = places(chart.x().categories());
    Map<String, Integer> rows = places(chart.y().categories());
    int wide = (SIDE + columns.size() - 1) / columns.size();
    int high = (SIDE + rows.size() - 1) / rows.size();
    BufferedImage image =
        new BufferedImage(
            wide * columns.size(),
            high * rows.size(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, COLOURS + 1, ramp[0], ramp[1], ramp[2], NONE));
    WritableRaster pixels = image.getRaster();
    int[] cell = new int[wide * high];
    Arrays.fill(cell, NONE);
    for (int x = 0; x < columns.size(); x++) {
      for (int y = 0; y < rows.size(); y++) {
        pixels.setPixels(wide * x, high * y, wide, high, cell);
      }
    }
    for (ChartRow row : layer.rows()) {
      if (Double.isFinite(row.low())) {
        Arrays.fill(cell, colour(row.low(), chart.colour().orElseThrow()));
        int x = columns.get(row.x().toString());
        int y = rows.size() - 1 - rows.get(row.y().toString()); // The lowest row is the last.
        pixels.setPixels(wide * x, high * y, wide, high, cell);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static int colour(double value, ColourScale scale) {
    double part = (value - scale.min()) / (scale.max() - scale.min());
    return (int) Math.round(Math.max(0, Math.min(1, part)) * (COLOURS - 1));
  }

  private static Map<String, Integer> places(List<String> categories) {
    Map<String, Integer> places = new HashMap<>();
    for (String category : categories) {
      places.put(category, places.size());
    }
    return places;
  }
}
