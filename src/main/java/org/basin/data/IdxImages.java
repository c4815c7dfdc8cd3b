package org.basin.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.settings.FileName;

/**
 * A pair of IDX files with images and labels, the format of MNIST (LeCun, Cortes &amp; Burges, "The
 * MNIST database of handwritten digits"). Numbers are big-endian; the files may be compressed with
 * gzip.
 *
 * <ul>
 *   <li>The file of labels holds 0x00000801, the number of labels, and one byte for each.
 *   <li>The file of images holds 0x00000803, the number of images, rows and columns, and one byte
 *       per pixel, row by row.
 * </ul>
 */
final class IdxImages implements ImageFile {

  private static final int LABELS = 0x0801;
  private static final int IMAGES = 0x0803;

  private final ImageFolder folder;
  private final String name;
  private final byte[] labels;
  private final ImageShape shape;

  /**
   * Reads the labels and the header of the images.
   *
   * @param part {@code train} or {@code t10k}
   * @throws org.basin.settings.SpecException if a file is missing or not as published
   */
  IdxImages(ImageFolder folder, String part) {
    this.folder = folder;
    name = images(part);
    String labelled = labels(part);
    labels = folder.read(labelled, true, in -> readLabels(labelled, in));
    shape = folder.read(name, true, this::readShape);
  }

  /** The names of a part's files, each also with {@code .gz}. */
  static List<FileName> files(String part) {
    return List.of(FileName.of(images(part)).withGzip(), FileName.of(labels(part)).withGzip());
  }

  private static String images(String part) {
    return part + "-images-idx3-ubyte";
  }

  private static String labels(String part) {
    return part + "-labels-idx1-ubyte";
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public byte[] labels() {
    return labels;
  }

  @Override
  public Matrix read(int[] chosen, Pixels pixels) {
    return folder.read(
        name,
        true,
        in -> {
          readShape(in);
          byte[][] kept = new byte[chosen.length][];
          int c = 0;
          for (int i = 0; i < labels.length; i++) {
            byte[] image = in.readNBytes(shape.features());
            if (image.length < shape.features()) {
              throw folder.wrong(name, "ends after " + i + " of its " + labels.length + " images");
            }
            if (c < chosen.length && chosen[c] == i) {
              kept[c++] = image;
            }
          }
          end(in, name, labels.length + " images");
          // The memory is allocated only now that the header's number is known to be true.
          Matrix images = new Matrix(shape.features(), chosen.length);
          for (c = 0; c < kept.length; c++) {
            pixels.unpack(kept[c], 0, images.data(), c * shape.features());
          }
          return images;
        });
  }

  private byte[] readLabels(String file, InputStream in) throws IOException {
    int count = header(file, in, LABELS, 1)[0];
    byte[] read = in.readNBytes(Math.max(0, count));
    if (read.length < count) {
      throw folder.wrong(file, "ends after " + read.length + " of its " + count + " labels");
    }
    end(in, file, count + " labels");
    for (int i = 0; i < count; i++) {
      int label = Byte.toUnsignedInt(read[i]);
      if (label >= CLASSES) {
        throw folder.wrong(file, "has the label " + label + " at place " + i + ", must be 0 to 9");
      }
    }
    return read;
  }

  private ImageShape readShape(InputStream in) throws IOException {
    int[] sizes = header(name, in, IMAGES, 3);
    if (sizes[0] != labels.length) {
      throw folder.wrong(
          name, "has " + sizes[0] + " images, but there are " + labels.length + " labels");
    }
    if ((long) sizes[1] * sizes[2] > Integer.MAX_VALUE) {
      throw folder.wrong(name, "has images of " + sizes[1] + " x " + sizes[2] + " pixels");
    }
    return new ImageShape(1, sizes[1], sizes[2]);
  }

  /** The sizes of a file's dimensions, all at least 1, after its magic number. */
  private int[] header(String file, InputStream in, int magic, int dimensions) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int[] sizes = new int[dimensions];
    try {
      int start = data.readInt();
      if (start != magic) {
        throw folder.wrong(
            file, String.format("starts with 0x%08X, must start with 0x%08X", start, magic));
      }
      for (int d = 0; d < dimensions; d++) {
        sizes[d] = data.readInt();
        if (sizes[d] < 1) {
          throw folder.wrong(file, "has a dimension of " + sizes[d] + ", must be at least 1");
        }
      }
    } catch (EOFException e) {
      throw folder.wrong(file, "ends within its header");
    }
    return sizes;
  }

  private void end(InputStream in, String file, String what) throws IOException {
    if (in.read() >= 0) {
      throw folder.wrong(file, "has more bytes after its " + what);
    }
  }
}
