package org.basin.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * Writes image sets in the published formats. Image i is of class i mod 10: a bar at the class's
 * height over noise, so that a network can learn it. The same numbers always give the same bytes.
 */
public final class ImageFiles {

  private static final String[] BATCHES = {"1", "2", "3", "4", "5"};

  private ImageFiles() {}

  /** The four files of MNIST. */
  public static void mnist(Path folder, int training, int tests, boolean gzip) {
    mnist(folder, training, tests, 28, gzip);
  }

  /** The same with square images of so many rows, at least 10. */
  public static void mnist(Path folder, int training, int tests, int rows, boolean gzip) {
    idx(folder, "train", training, rows, 1, gzip);
    idx(folder, "t10k", tests, rows, 2, gzip);
  }

  private static void idx(Path folder, String part, int count, int rows, long seed, boolean gzip) {
    SplittableRandom random = new SplittableRandom(seed);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
      pixels.writeBytes(channel(i % 10, rows, random));
    }
    write(folder.resolve(part + "-labels-idx1-ubyte"), gzip, idxLabels(0x801, count, labels));
    write(
        folder.resolve(part + "-images-idx3-ubyte"),
        gzip,
        idxImages(0x803, count, rows, rows, pixels.toByteArray()));
  }

  /** An IDX file of labels, right or wrong. */
  public static byte[] idxLabels(int magic, int count, byte[] labels) {
    return bytes(new int[] {magic, count}, labels);
  }

  /** An IDX file of images, right or wrong. */
  public static byte[] idxImages(int magic, int count, int rows, int columns, byte[] pixels) {
    return bytes(new int[] {magic, count, rows, columns}, pixels);
  }

  private static byte[] bytes(int[] header, byte[] data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (int number : header) {
        out.writeInt(number); // Big-endian.
      }
      out.write(data);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  /** The six files of CIFAR-10, with so many images each. */
  public static void cifar(Path folder, int perBatch, int tests) {
    for (String batch : BATCHES) {
      write(
          folder.resolve("data_batch_" + batch + ".bin"),
          false,
          cifar(perBatch, Integer.parseInt(batch)));
    }
    write(folder.resolve("test_batch.bin"), false, cifar(tests, 6));
  }

  /** A file of CIFAR-10. */
  public static byte[] cifar(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      bytes.write(i % 10);
      for (int channel = 0; channel < 3; channel++) {
        bytes.writeBytes(channel(i % 10, 32, random));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] channel(int label, int rows, SplittableRandom random) {
    byte[] pixels = new byte[rows * rows];
    for (int p = 0; p < pixels.length; p++) {
      boolean bar = p / rows * 10 / rows == label;
      pixels[p] = (byte) (bar ? random.nextInt(64, 256) : random.nextInt(0, 192));
    }
    return pixels;
  }

  /** Writes a file, with {@code .gz} after its name if it is to be compressed. */
  public static void write(Path file, boolean gzip, byte[] bytes) {
    Path path = gzip ? file.resolveSibling(file.getFileName() + ".gz") : file;
    try (OutputStream out = Files.newOutputStream(path);
        OutputStream packed = gzip ? new GZIPOutputStream(out) : out) {
      packed.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
