package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.settings.SpecException;
import org.basin.testing.ImageFiles;
import org.junit.jupiter.api.Test;

class ImageFactoryTest extends WrittenImages {

  @Test
  void mnist_isReadAsTheFormatSays() {
    tinyMnist();
    TrainingSet set = read("mnist", Map.of(), 1);
    assertThat(set.image()).isEqualTo(new ImageShape(1, 1, 3));
    assertThat(set.examples().rows()).isEqualTo(3);
    assertThat(set.examples().data()).containsExactly(0, 0.2, 0.4, 0.6, 0.8, 1);
    assertThat(set.labels().rows()).isEqualTo(10);
    assertThat(set.labels().get(7, 0)).isEqualTo(1);
    assertThat(set.labels().get(2, 1)).isEqualTo(1);
    assertThat(sum(set.labels())).isEqualTo(2);
    assertThat(set.test().inputs().data()).containsExactly(set.examples().data());
    assertThat(set.validation()).isNull();
  }

  @Test
  void cifar_isReadAsTheFormatSays() {
    byte[] record = new byte[3073];
    record[0] = 9;
    record[1] = (byte) 255; // Red, upper left.
    record[1 + 1024 + 33] = 51; // Green, second row, second column.
    record[1 + 2048 + 1023] = 102; // Blue, lower right.
    for (int batch = 1; batch <= 5; batch++) {
      write("data_batch_" + batch + ".bin", batch == 3 ? record : ImageFiles.cifar(2, batch));
    }
    write("test_batch.bin", ImageFiles.cifar(3, 6));
    TrainingSet set = read("cifar-10", Map.of(), 1);
    assertThat(set.image()).isEqualTo(new ImageShape(3, 32, 32));
    assertThat(set.size()).isEqualTo(9);
    assertThat(set.test().size()).isEqualTo(3);
    assertThat(set.labels().get(9, 4)).isEqualTo(1);
    Matrix x = set.examples();
    assertThat(x.get(0, 4)).isEqualTo(1);
    assertThat(x.get((1 * 32 + 1) * 32 + 1, 4)).isEqualTo(0.2);
    assertThat(x.get(3071, 4)).isEqualTo(0.4);
    assertThat(java.util.stream.IntStream.range(0, 3072).mapToDouble(r -> x.get(r, 4)).sum())
        .isCloseTo(1.6, within(1e-15));
  }

  @Test
  void compressedFiles_areReadAlike() {
    ImageFiles.mnist(folder, 30, 20, 10, false);
    TrainingSet plain = read("mnist", Map.of("samples", 12L), 3);
    delete("train-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    ImageFiles.mnist(folder, 30, 20, 10, true);
    TrainingSet packed = read("mnist", Map.of("samples", 12L), 3);
    assertThat(packed.examples().data()).containsExactly(plain.examples().data());
    assertThat(packed.test().labels().data()).containsExactly(plain.test().labels().data());
  }

  @Test
  void examples_areDrawnByTheDataSeed_withoutReplacement() {
    ImageFiles.cifar(folder, 10, 30);
    Map<String, Object> half =
        Map.of("samples", 20L, "validation-samples", 15L, "test-samples", 10L);
    Map<String, Object> more =
        Map.of("samples", 35L, "validation-samples", 15L, "test-samples", 20L);
    TrainingSet small = read("cifar-10", half, 5);
    TrainingSet large = read("cifar-10", more, 5);
    Set<List<Double>> few = images(small.examples());
    Set<List<Double>> many = images(large.examples());
    assertThat(few).hasSize(20);
    assertThat(many).hasSize(35).containsAll(few);
    assertThat(large.validation().inputs().data())
        .containsExactly(small.validation().inputs().data());
    assertThat(images(large.validation().inputs())).hasSize(15).doesNotContainAnyElementsOf(many);
    assertThat(images(large.test().inputs()))
        .hasSize(20)
        .containsAll(images(small.test().inputs()));
    assertThat(images(read("cifar-10", half, 6).examples())).isNotEqualTo(few);
    assertThat(read("cifar-10", Map.of(), 5).examples().data())
        .as("whole sets keep the order of the files, whatever the seed")
        .containsExactly(read("cifar-10", Map.of(), 6).examples().data());
  }

  private static Set<List<Double>> images(Matrix columns) {
    Set<List<Double>> images = new HashSet<>();
    for (int c = 0; c < columns.columns(); c++) {
      images.add(
          List.of(
              columns.get(100, c), columns.get(500, c), columns.get(900, c), columns.get(7, c)));
    }
    return images;
  }

  @Test
  void pixels_areStandardisedByChannel_andScaled() {
    tinyMnist();
    Map<String, Object> settings =
        Map.of("standardise", true, "mean", List.of(0.2), "std", List.of(0.4), "scale", 10.0);
    assertThat(read("mnist", settings, 1).examples().data())
        .containsExactly(new double[] {-5, 0, 5, 10, 15, 20}, within(1e-14));
    assertThat(read("mnist", Map.of("standardise", true), 1).examples().get(0, 0))
        .isEqualTo(-0.1307 / 0.3081);
    assertThat(read("mnist", Map.of("scale", 10.0), 1).examples().get(1, 0)).isEqualTo(2);
  }

  @Test
  void classes_areKeptInTheOrderAsked() {
    ImageFiles.mnist(folder, 30, 20, 10, false);
    TrainingSet set = read("mnist", Map.of("classes", List.of(8.0, 3.0, 5.0)), 1);
    assertThat(set.size()).isEqualTo(9);
    assertThat(set.labels().data()).startsWith(0, 1, 0, 0, 0, 1, 1, 0, 0);
    assertThat(set.test().size()).isEqualTo(6);
    Map<String, Object> signs = Map.of("classes", List.of(8.0, 3.0), "encoding", "signs");
    assertThat(read("mnist", signs, 1).labels().data()).containsExactly(-1, 1, -1, 1, -1, 1);
  }

  @Test
  void noTestSamples_doNotNeedTheFile() {
    tinyMnist();
    delete("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    assertThat(read("mnist", Map.of("test-samples", 0L), 1).test()).isNull();
    assertError(
        "mnist", "%s, which has no file t10k-labels-idx1-ubyte or t10k-labels-idx1-ubyte.gz");
  }

  @Test
  void settingsThatCannotBe_areRefused() {
    ImageFiles.mnist(folder, 30, 20, 10, false);
    refused(
        Map.of("samples", 31L), "data.samples is 31, must be at most 30: the files have no more");
    refused(
        Map.of("samples", 21L, "validation-samples", 10L),
        "data.samples is 21, must be at most 20: the files have no more");
    refused(
        Map.of("validation-samples", 30L),
        "data.validation-samples is 30, must be at most 29: the files have no more");
    refused(
        Map.of("test-samples", 21L),
        "data.test-samples is 21, must be at most 20: the files have no more");
    refused(
        Map.of("classes", List.of(1.0, 1.0)),
        "data.classes is [1.0, 1.0], must be at least two different whole numbers");
    refused(
        Map.of("classes", List.of(1.0, 2.5)),
        "data.classes is [1.0, 2.5], must be at least two different whole numbers");
    refused(
        Map.of("encoding", "signs"),
        "data.encoding is signs, which needs two classes, but there are 10");
    refused(
        Map.of("mean", List.of(0.1, 0.2)),
        "data.mean has 2 numbers, must have 1, one for each channel");
  }

  @Test
  void classesThatTheFilesLack_areAnError() {
    tinyMnist();
    refused(
        Map.of("classes", List.of(0.0, 1.0)), "data.classes are not among the labels of " + folder);
  }

  @Test
  void missingFolderOrFile_isAnError() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    refused(
        Map.of("folder", nowhere.toString()),
        "data.folder is " + nowhere + ", which does not exist");
    Files.writeString(nowhere, "");
    refused(
        Map.of("folder", nowhere.toString()),
        "data.folder is " + nowhere + ", which is not a folder");
    assertError(
        "mnist", "%s, which has no file train-labels-idx1-ubyte or train-labels-idx1-ubyte.gz");
    assertError("cifar-10", "%s, which has no file data_batch_1.bin");
    ImageFiles.cifar(folder, 2, 1);
    delete("data_batch_4.bin");
    assertError("cifar-10", "%s, which has no file data_batch_4.bin");
  }

  private static double sum(Matrix matrix) {
    return java.util.Arrays.stream(matrix.data()).sum();
  }

  private void refused(Map<String, ?> settings, String message) {
    assertThatThrownBy(() -> read("mnist", settings, 1))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }
}
