package org.basin.data;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.settings.FileName;
import org.basin.settings.Key;
import org.basin.settings.RandomStreams;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Makes data from the image files of a published set. Each column is an image, channel by channel
 * and row by row, as in the files.
 *
 * <p>Training and validation examples are drawn from the training files without replacement, with
 * the data seed. The images of the chosen classes are put into a random order; the training set
 * takes the first and the validation set the last of them. So a smaller training set is part of a
 * larger one, and the validation set does not depend on the training set's size. Test examples are
 * drawn from the test file in the same way. Within each set, images keep the order of the files.
 *
 * <p>The folder's name and the content of the files that are read are part of a trial's identity.
 */
abstract class ImageFactory implements DataFactory {

  /** The key whose value 0 says that the test files are not read. */
  static final String TEST_SAMPLES = "test-samples";

  @Override
  public final List<Key> keys() {
    return List.of(
        Key.folder(
            ImageFolder.KEY,
            "folder of the files; a relative one starts at the working directory",
            files()),
        Key.integer("samples", Range.atLeast(1), "number of training examples; absent: all")
            .optional(),
        Key.integer(
                "validation-samples",
                Range.atLeast(1),
                "examples held out of the training files for choosing among trials; absent: none")
            .optional(),
        Key.integer(
                TEST_SAMPLES,
                Range.atLeast(0),
                "number of test examples; absent: all; 0: none, and the test file is not read")
            .optional(),
        Key.reals(
                "classes",
                Range.closed(0, ImageFile.CLASSES - 1),
                "classes to keep, in the order of the outputs; absent: all")
            .optional(),
        Key.choice(
            "encoding",
            "label: one number per class, or 1 and -1 for the first and second of two classes",
            "one-hot",
            "signs"),
        Key.flag(
            "standardise",
            "whether each channel's mean is subtracted and its level divided by std"),
        Key.reals("mean", Range.ANY, "mean level of each channel, from 0 to 1"),
        Key.reals("std", Range.POSITIVE, "standard deviation of each channel's levels"),
        Key.real("scale", Range.POSITIVE, "factor on the inputs, applied last"),
        Key.integer(
            "crop-padding",
            Range.atLeast(0),
            "zeros around a training image, from which each step takes a random window; 0: none"),
        Key.flag("flip", "whether each step mirrors a training image with probability 1/2"));
  }

  /** Every file of the set. The test files are not read if {@code test-samples} is 0. */
  abstract List<FileName> files();

  abstract ImageFile training(ImageFolder folder);

  abstract ImageFile test(ImageFolder folder);

  @Override
  public final Data create(Section section, UniformRandomProvider stream) {
    ClassLabels classes = ClassLabels.of(section);
    ImageFolder folder = ImageFolder.of(section);
    ImageFile file = training(folder);
    int[] order = shuffled(classes.members(file.labels()), stream.nextLong(), "training");
    if (order.length == 0) {
      throw new SpecException(
          section.path() + ".classes", "are not among the labels of " + folder.folder());
    }
    int held = count(section, "validation-samples", 0, order.length - 1);
    int size = count(section, "samples", order.length - held, order.length - held);
    Pixels pixels = Pixels.of(section, file.shape());
    Examples training = examples(file, Arrays.copyOf(order, size), classes, pixels);
    Examples validation =
        held == 0
            ? null
            : examples(
                file,
                Arrays.copyOfRange(order, order.length - held, order.length),
                classes,
                pixels);
    Examples test = tests(section, folder, file, classes, pixels, stream.nextLong());
    return TrainingSet.of(training.inputs(), training.labels())
        .besides(validation, test)
        .ofImages(file.shape())
        .augmentedBy(Augmentation.of(section, file.shape()));
  }

  /** The test examples; null for none. */
  private Examples tests(
      Section section,
      ImageFolder folder,
      ImageFile training,
      ClassLabels classes,
      Pixels pixels,
      long seed) {
    if (section.has(TEST_SAMPLES) && section.integer(TEST_SAMPLES) == 0) {
      return null;
    }
    ImageFile file = test(folder);
    if (!file.shape().equals(training.shape())) {
      throw new SpecException(
          folder.setting(),
          "is " + folder.folder() + ", whose test images do not have the training images' size");
    }
    int[] order = shuffled(classes.members(file.labels()), seed, "test");
    int size = count(section, TEST_SAMPLES, order.length, order.length);
    return size == 0 ? null : examples(file, Arrays.copyOf(order, size), classes, pixels);
  }

  private static int count(Section section, String key, int absent, int most) {
    int count = section.has(key) ? section.integer(key) : absent;
    if (count > most) {
      throw new SpecException(
          section.path() + "." + key,
          "is " + count + ", must be at most " + most + ": the files have no more");
    }
    return count;
  }

  private static Examples examples(
      ImageFile file, int[] chosen, ClassLabels classes, Pixels pixels) {
    Arrays.sort(chosen);
    Matrix images = file.read(chosen, pixels);
    return new Examples(images, classes.encode(file.labels(), chosen));
  }

  /** The indices {@code places} in a uniformly random order, by Fisher–Yates (Durstenfeld 1964). */
  private static int[] shuffled(int[] places, long seed, String name) {
    UniformRandomProvider stream = RandomStreams.stream(seed, name);
    for (int i = places.length - 1; i > 0; i--) {
      int j = stream.nextInt(i + 1);
      int swapped = places[i];
      places[i] = places[j];
      places[j] = swapped;
    }
    return places;
  }
}
