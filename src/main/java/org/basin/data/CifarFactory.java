package org.basin.data;

import java.util.List;
import java.util.stream.Stream;
import org.basin.settings.FileName;

/**
 * {@code cifar-10}: colour images of 32 × 32 pixels in {@code data_batch_1.bin} to {@code
 * data_batch_5.bin} and {@code test_batch.bin}, the binary version of CIFAR-10.
 */
final class CifarFactory extends ImageFactory {

  private static final List<String> TRAINING =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin");

  private static final String TEST = "test_batch.bin";

  @Override
  public String kind() {
    return "cifar-10";
  }

  @Override
  public String summary() {
    return "The colour images of CIFAR-10 in its binary files.";
  }

  @Override
  List<FileName> files() {
    return Stream.concat(
            TRAINING.stream().map(FileName::of),
            Stream.of(FileName.of(TEST).unlessZero(TEST_SAMPLES)))
        .toList();
  }

  @Override
  ImageFile training(ImageFolder folder) {
    return new CifarImages(folder, TRAINING);
  }

  @Override
  ImageFile test(ImageFolder folder) {
    return new CifarImages(folder, List.of(TEST));
  }
}
