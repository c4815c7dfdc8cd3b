package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
import org.basin.nn.ImageShape;
import org.basin.nn.Minibatch;
import org.basin.settings.RandomStreams;
import org.basin.settings.Seeds;
import org.junit.jupiter.api.Test;

class AugmentationTest {

  private static final ImageShape TWO_BY_THREE = new ImageShape(2, 2, 3);

  /** Two channels of 2 × 3 pixels: 1 to 6, and 10 times that. */
  private static final double[] IMAGE = {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60};

  /** The 18 images it may become with a padding of 1 and flips, worked out by their definition. */
  private static Set<String> possible() {
    Set<String> all = new HashSet<>();
    for (int down = -1; down <= 1; down++) {
      for (int right = -1; right <= 1; right++) {
        for (boolean mirror : new boolean[] {false, true}) {
          double[] image = new double[12];
          for (int i = 0; i < 12; i++) {
            int y = i / 3 % 2 + down;
            int x = (mirror ? 2 - i % 3 : i % 3) + right;
            image[i] = y < 0 || y > 1 || x < 0 || x > 2 ? 0 : IMAGE[i / 6 * 6 + y * 3 + x];
          }
          all.add(Arrays.toString(image));
        }
      }
    }
    return all;
  }

  @Test
  void everyWindowAndMirror_isEquallyLikely() {
    Augmentation augmentation = new Augmentation(TWO_BY_THREE, 1, true);
    var stream = RandomStreams.stream(3, "augmentation");
    int draws = 18_000;
    Matrix images = new Matrix(12, draws);
    for (int c = 0; c < draws; c++) {
      System.arraycopy(IMAGE, 0, images.data(), c * 12, 12);
    }
    augmentation.apply(images, stream);
    Map<String, Integer> seen = new HashMap<>();
    for (int c = 0; c < draws; c++) {
      seen.merge(
          Arrays.toString(Arrays.copyOfRange(images.data(), 12 * c, 12 * c + 12)), 1, Integer::sum);
    }
    assertThat(possible()).hasSize(18);
    assertThat(seen.keySet()).isEqualTo(possible());
    double chiSquared =
        seen.values().stream().mapToDouble(n -> Math.pow(n - 1000.0, 2) / 1000).sum();
    // The 0.999 quantile of chi-squared with 17 degrees of freedom.
    assertThat(chiSquared).isLessThan(40.8);
  }

  @Test
  void minibatches_haveTheOrderOfThoseWithout_andLeaveTheSetAlone() {
    int size = 10;
    Matrix images = new Matrix(12, size);
    for (int c = 0; c < size; c++) {
      int factor = c + 1;
      IntStream.range(0, 12).forEach(i -> images.data()[factor * 12 - 12 + i] = factor * IMAGE[i]);
    }
    double[] before = images.data().clone();
    Matrix labels = new Matrix(1, size);
    Arrays.setAll(labels.data(), c -> c);
    Augmentation augmentation = new Augmentation(TWO_BY_THREE, 0, true);
    TrainingSet plain = TrainingSet.of(images, labels);
    TrainingSet augmented =
        TrainingSet.of(images, labels).ofImages(TWO_BY_THREE).augmentedBy(augmentation);
    Minibatch minibatch = new Minibatch(4, false);
    Minibatches one = Minibatches.of(plain, minibatch, new Seeds(1, 1, 1), Precision.DOUBLE);
    Minibatches other = Minibatches.of(augmented, minibatch, new Seeds(1, 1, 1), Precision.DOUBLE);
    int mirrored = 0;
    for (int step = 0; step < 30; step++) {
      one.next();
      other.next();
      assertThat(other.examples().labels().data()).containsExactly(one.examples().labels().data());
      for (int c = 0; c < one.examples().inputs().columns(); c++) {
        double left = other.examples().inputs().get(0, c);
        assertThat(left).isIn(one.examples().inputs().get(0, c), one.examples().inputs().get(2, c));
        mirrored += left == one.examples().inputs().get(2, c) ? 1 : 0;
      }
    }
    assertThat(mirrored).isBetween(30, 70);
    assertThat(images.data()).containsExactly(before);
  }
}
