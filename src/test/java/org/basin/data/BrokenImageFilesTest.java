package org.basin.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.basin.settings.SpecException;
import org.basin.testing.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not as published are refused, in one line that says where and why. */
class BrokenImageFilesTest extends WrittenImages {

  @Test
  void idxLabels_otherThanPublished_areAnError() {
    labels(
        ImageFiles.idxLabels(0x803, 2, new byte[] {7, 2}),
        "starts with 0x00000803, must start with 0x00000801");
    labels(new byte[] {0, 0, 8, 1, 0, 0}, "ends within its header");
    labels(new byte[0], "ends within its header");
    labels(ImageFiles.idxLabels(0x801, 3, new byte[] {7, 2}), "ends after 2 of its 3 labels");
    labels(
        ImageFiles.idxLabels(0x801, Integer.MAX_VALUE, new byte[] {7, 2}),
        "ends after 2 of its 2147483647 labels");
    labels(ImageFiles.idxLabels(0x801, 1, new byte[] {7, 2}), "has more bytes after its 1 labels");
    labels(ImageFiles.idxLabels(0x801, 0, new byte[0]), "has a dimension of 0, must be at least 1");
    labels(
        ImageFiles.idxLabels(0x801, -5, new byte[0]), "has a dimension of -5, must be at least 1");
    labels(
        ImageFiles.idxLabels(0x801, 2, new byte[] {7, 10}),
        "has the label 10 at place 1, must be 0 to 9");
    labels(
        ImageFiles.idxLabels(0x801, 2, new byte[] {-1, 0}),
        "has the label 255 at place 0, must be 0 to 9");
  }

  private void labels(byte[] file, String problem) {
    tinyMnist();
    write("train-labels-idx1-ubyte", file);
    assertError("mnist", "%s, whose train-labels-idx1-ubyte " + problem);
  }

  @Test
  void idxImages_otherThanPublished_areAnError() {
    images(
        ImageFiles.idxImages(0x801, 2, 1, 3, PIXELS),
        "starts with 0x00000801, must start with 0x00000803");
    images(new byte[] {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1}, "ends within its header");
    images(ImageFiles.idxImages(0x803, 3, 1, 2, PIXELS), "has 3 images, but there are 2 labels");
    images(ImageFiles.idxImages(0x803, 2, 1, 4, PIXELS), "ends after 1 of its 2 images");
    images(ImageFiles.idxImages(0x803, 2, 1, 2, PIXELS), "has more bytes after its 2 images");
    images(
        ImageFiles.idxImages(0x803, 2, 0, 3, PIXELS), "has a dimension of 0, must be at least 1");
    images(
        ImageFiles.idxImages(0x803, 2, 1 << 30, 1 << 30, PIXELS),
        "has images of 1073741824 x 1073741824 pixels");
    images(ImageFiles.idxImages(0x803, 2, 1, 1 << 30, PIXELS), "ends after 0 of its 2 images");
  }

  private void images(byte[] file, String problem) {
    tinyMnist();
    write("train-images-idx3-ubyte", file);
    assertError("mnist", "%s, whose train-images-idx3-ubyte " + problem);
  }

  @Test
  void testImagesOfAnotherSize_areAnError() {
    tinyMnist();
    write("t10k-images-idx3-ubyte", ImageFiles.idxImages(0x803, 2, 3, 1, PIXELS));
    assertError("mnist", "%s, whose test images do not have the training images' size");
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 20, 40})
  void brokenCompression_isAnError(int kept) throws IOException {
    tinyMnist();
    delete("train-labels-idx1-ubyte");
    Path packed = folder.resolve("train-labels-idx1-ubyte.gz");
    ImageFiles.write(
        folder.resolve("train-labels-idx1-ubyte"),
        true,
        ImageFiles.idxLabels(0x801, 2, new byte[] {7, 2}));
    byte[] whole = Files.readAllBytes(packed);
    Files.write(
        packed,
        kept < whole.length
            ? java.util.Arrays.copyOf(whole, kept)
            : "not gzip, but long enough to be".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThatThrownBy(() -> read("mnist", Map.of(), 1))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("data.folder is " + folder + ", whose train-labels-idx1-ubyte")
        .hasMessageNotContaining("\n");
  }

  @Test
  void cifarFiles_otherThanPublished_areAnError() {
    cifar(new byte[0], "is empty");
    cifar(new byte[3072], "ends within an image: its size must be a multiple of 3073");
    cifar(new byte[3073 + 1], "ends within an image: its size must be a multiple of 3073");
    byte[] label = new byte[2 * 3073];
    label[3073] = 10;
    cifar(label, "has the label 10 at place 1, must be 0 to 9");
  }

  private void cifar(byte[] file, String problem) {
    ImageFiles.cifar(folder, 2, 1);
    write("data_batch_2.bin", file);
    assertError("cifar-10", "%s, whose data_batch_2.bin " + problem);
  }
}
