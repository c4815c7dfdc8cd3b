package org.basin.data;

import java.util.List;
import java.util.stream.Stream;
import org.basin.settings.FileName;

/**
 * {@code mnist}: grey images in IDX files, {@code train-images-idx3-ubyte}, {@code
 * train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, each
 * plain or as {@code .gz}. Other sets in this format can be read too, such as Fashion-MNIST. The
 * files determine the images' size.
 */
final class MnistFactory extends ImageFactory {

  @Override
  public String kind() {
    return "mnist";
  }

  @Override
  public String summary() {
    return "Grey images in IDX files, such as MNIST and Fashion-MNIST.";
  }

  @Override
  List<FileName> files() {
    return Stream.concat(
            IdxImages.files("train").stream(),
            IdxImages.files("t10k").stream().map(file -> file.unlessZero(TEST_SAMPLES)))
        .toList();
  }

  @Override
  ImageFile training(ImageFolder folder) {
    return new IdxImages(folder, "train");
  }

  @Override
  ImageFile test(ImageFolder folder) {
    return new IdxImages(folder, "t10k");
  }
}
