package org.basin.data;

import java.util.List;

/**
 * {@code cifar-10}: colour images of 32 × 32 pixels in {@code data_batch_1.bin} to {@code
 * data_batch_5.bin} and {@code test_batch.bin}, the binary version of CIFAR-10.
 */
final class CifarFactory extends ImageFactory {

  @Override
  public String kind() {
    return "cifar-10";
  }

  @Override
  ImageFile training(ImageFolder folder) {
    return new CifarImages(
        folder,
        List.of(
            "data_batch_1.bin",
            "data_batch_2.bin",
            "data_batch_3.bin",
            "data_batch_4.bin",
            "data_batch_5.bin"));
  }

  @Override
  ImageFile test(ImageFolder folder) {
    return new CifarImages(folder, List.of("test_batch.bin"));
  }
}
