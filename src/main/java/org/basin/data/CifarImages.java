package org.basin.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;

/**
 * Files of the binary version of CIFAR-10 (Krizhevsky 2009): records of 3073 bytes, the label and
 * then the red, the green and the blue level of every pixel, row by row. The published files have
 * 10,000 records each; any number of whole records is accepted.
 */
final class CifarImages implements ImageFile {

  private static final ImageShape SHAPE = new ImageShape(3, 32, 32);

  private final ImageFolder folder;
  private final List<String> names;
  private final byte[][] labelsByFile;
  private final byte[] labels;

  /**
   * Reads the labels.
   *
   * @param names the names of the files; their images are numbered consecutively
   * @throws org.basin.settings.SpecException if a file is missing or not as published
   */
  CifarImages(ImageFolder folder, List<String> names) {
    this.folder = folder;
    this.names = names;
    labelsByFile = new byte[names.size()][];
    int count = 0;
    for (int f = 0; f < labelsByFile.length; f++) {
      String name = names.get(f);
      labelsByFile[f] = folder.read(name, false, in -> readLabels(name, in));
      count += labelsByFile[f].length;
    }
    labels = new byte[count];
    int from = 0;
    for (byte[] some : labelsByFile) {
      System.arraycopy(some, 0, labels, from, some.length);
      from += some.length;
    }
  }

  private byte[] readLabels(String name, InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    for (byte[] record = next(name, in); record.length > 0; record = next(name, in)) {
      int label = Byte.toUnsignedInt(record[0]);
      if (label >= CLASSES) {
        throw folder.wrong(
            name, "has the label " + label + " at place " + read.size() + ", must be 0 to 9");
      }
      read.write(record[0]);
    }
    if (read.size() == 0) {
      throw folder.wrong(name, "is empty");
    }
    return read.toByteArray();
  }

  /** The next record; an array of length 0 at the end. */
  private byte[] next(String name, InputStream in) throws IOException {
    byte[] record = in.readNBytes(1 + SHAPE.features());
    if (record.length > 0 && record.length <= SHAPE.features()) {
      throw folder.wrong(
          name, "ends within an image: its size must be a multiple of " + (1 + SHAPE.features()));
    }
    return record;
  }

  @Override
  public ImageShape shape() {
    return SHAPE;
  }

  @Override
  public byte[] labels() {
    return labels;
  }

  @Override
  public Matrix read(int[] chosen, Pixels pixels) {
    Matrix images = new Matrix(SHAPE.features(), chosen.length);
    int first = 0;
    int done = 0;
    for (int f = 0; f < labelsByFile.length; f++) {
      int end = first + labelsByFile[f].length;
      if (done < chosen.length && chosen[done] < end) {
        int from = first;
        int start = done;
        done =
            folder.read(
                names.get(f), false, in -> read(in, from, end, chosen, start, pixels, images));
      }
      first = end;
    }
    return images;
  }

  /** Unpacks the chosen images of one file, the images {@code from} to {@code end}. */
  private static int read(
      InputStream in, int from, int end, int[] chosen, int start, Pixels pixels, Matrix images)
      throws IOException {
    int done = start;
    for (int i = from; i < end && done < chosen.length; i++) {
      byte[] record = in.readNBytes(1 + SHAPE.features());
      if (chosen[done] == i) {
        pixels.unpack(record, 1, images.data(), done * SHAPE.features());
        done++;
      }
    }
    return done;
  }
}
