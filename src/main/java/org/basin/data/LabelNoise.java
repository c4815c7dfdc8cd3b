package org.basin.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.basin.linalg.Matrix;
import org.basin.settings.Key;
import org.basin.settings.RandomStreams;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Adds noise to the labels of a training set: it adds Gaussian noise, or changes the sign of ±1
 * labels. Held-out examples keep their labels, so a test loss does not include the noise. The noise
 * has its own random stream, so inputs and held-out sets do not depend on it. A larger std or
 * probability enlarges the same noise.
 */
final class LabelNoise {

  private static final String STD = "label-noise";
  private static final String FLIPS = "label-flips";

  static final List<Key> KEYS =
      List.of(
          Key.real(
                  STD,
                  Range.NON_NEGATIVE,
                  "standard deviation of Gaussian noise on the training labels; absent: none")
              .optional(),
          Key.real(
                  FLIPS,
                  Range.closed(0, 1),
                  "probability that a training label of +-1 changes its sign; absent: none")
              .optional());

  private LabelNoise() {}

  /**
   * The labels with the noise that {@code section} describes.
   *
   * @param labels (outputs × examples); not modified
   * @param stream the data stream after all other draws; advanced by one {@code long}
   * @return the labels; {@code labels} itself if there is no noise
   * @throws SpecException if signs are to change but a label is not ±1
   */
  static Matrix on(Matrix labels, Section section, UniformRandomProvider stream) {
    UniformRandomProvider own = RandomStreams.stream(stream.nextLong(), STD);
    Matrix noisy = labels;
    if (section.has(STD)) {
      noisy = noisy.copy();
      addGaussian(noisy.data(), section.real(STD), own);
    }
    if (section.has(FLIPS)) {
      noisy = noisy.copy();
      flip(noisy.data(), section, own);
    }
    return noisy;
  }

  /**
   * Checks that there is no noise if every step draws new examples.
   *
   * @throws SpecException if {@code section} describes noise
   */
  static void checkAbsent(Section section) {
    for (String key : List.of(STD, FLIPS)) {
      if (section.has(key)) {
        throw new SpecException(
            section.path() + "." + key, "is given, must be absent where fresh = true");
      }
    }
  }

  private static void addGaussian(double[] labels, double std, UniformRandomProvider stream) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
    for (int i = 0; i < labels.length; i++) {
      labels[i] += std * normal.sample();
    }
  }

  private static void flip(double[] labels, Section section, UniformRandomProvider stream) {
    double probability = section.real(FLIPS);
    for (int i = 0; i < labels.length; i++) {
      if (Math.abs(labels[i]) != 1) {
        throw new SpecException(
            section.path() + "." + FLIPS,
            "is given, must be absent where a label is " + labels[i] + ", not 1 or -1");
      }
      if (stream.nextDouble() < probability) {
        labels[i] = -labels[i];
      }
    }
  }
}
