package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;
import org.basin.nn.Minibatch;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.Seeds;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

class MinibatchesTest {

  private static final Seeds SEEDS = new Seeds(1, 2, 3);

  /** Ten examples; example i is (i, 100 + i) with label 200 + i. */
  private static final TrainingSet SET = set(10);

  @Test
  void epoch_coversEachExampleOnce_theLastBatchShort() {
    Minibatches batches = Minibatches.of(SET, new Minibatch(4, false), SEEDS, Precision.DOUBLE);
    List<List<Integer>> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      List<Integer> seen = new ArrayList<>();
      for (int size : new int[] {4, 4, 2}) {
        batches.next();
        assertThat(batches.examples().inputs().columns()).isEqualTo(size);
        assertThat(batches.examples().labels().columns()).isEqualTo(size);
        seen.addAll(examples(batches));
      }
      assertThat(seen).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10).boxed().toList());
      epochs.add(seen);
    }
    assertThat(epochs).doesNotHaveDuplicates();
  }

  @Test
  void epoch_hasNoShortBatch_whereTheSizeDivides() {
    Minibatches batches = Minibatches.of(SET, new Minibatch(5, false), SEEDS, Precision.DOUBLE);
    for (int step = 0; step < 5; step++) {
      batches.next();
      assertThat(batches.examples().inputs().columns()).isEqualTo(5);
    }
  }

  @Test
  void batchLargerThanTheSet_isTheSet() {
    Minibatches batches = Minibatches.of(SET, new Minibatch(64, false), SEEDS, Precision.DOUBLE);
    for (int step = 0; step < 3; step++) {
      batches.next();
      assertThat(examples(batches))
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10).boxed().toList());
    }
  }

  @Test
  void orderOfAnEpoch_isUniform() {
    // 24 orders of 4 examples in 12,000 epochs.
    Minibatches batches = Minibatches.of(set(4), new Minibatch(4, false), SEEDS, Precision.DOUBLE);
    long[] counts = new long[256];
    for (int epoch = 0; epoch < 12_000; epoch++) {
      batches.next();
      int code = 0;
      for (int example : examples(batches)) {
        code = 4 * code + example;
      }
      counts[code]++;
    }
    long[] seen = Arrays.stream(counts).filter(n -> n > 0).toArray();
    assertThat(seen).hasSize(24);
    assertUniform(seen);
  }

  @Test
  void drawsWithReplacement_areUniform() {
    Minibatches batches = Minibatches.of(SET, new Minibatch(7, true), SEEDS, Precision.DOUBLE);
    long[] counts = new long[10];
    for (int step = 0; step < 3_000; step++) {
      batches.next();
      examples(batches).forEach(i -> counts[i]++);
    }
    assertUniform(counts);
  }

  /** Pearson's test: a uniform source fails it for one seed in 10,000. */
  private static void assertUniform(long[] counts) {
    double[] expected = new double[counts.length];
    Arrays.fill(expected, Arrays.stream(counts).sum() / (double) counts.length);
    assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(1e-4);
  }

  @Test
  void order_dependsOnTheOrderSeedAlone() {
    for (boolean replacement : new boolean[] {false, true}) {
      Minibatch how = new Minibatch(6, replacement);
      List<Integer> order = steps(SET, how, SEEDS);
      assertThat(steps(SET, how, new Seeds(8, 9, 3))).isEqualTo(order);
      assertThat(steps(SET, how, new Seeds(1, 2, 4))).isNotEqualTo(order);
    }
  }

  @Test
  void freshSamples_areTheStreamOfTheDataSeed() {
    FreshSamples circle = freshCircle();
    Minibatches batches = Minibatches.of(circle, new Minibatch(6, false), SEEDS, Precision.DOUBLE);
    var stream = RandomStreams.stream(1, "samples");
    Matrix inputs = new Matrix(2, 6);
    Matrix labels = new Matrix(1, 6);
    for (int step = 0; step < 3; step++) {
      batches.next();
      circle.draw(stream, StepExamples.of(inputs, labels));
      assertThat(batches.examples().inputs().data()).isEqualTo(inputs.data());
      assertThat(batches.examples().labels().data()).isEqualTo(labels.data());
    }
  }

  @Test
  void freshSamplesInFloat_areThereInDoubleToo() {
    Minibatches batches =
        Minibatches.of(freshCircle(), new Minibatch(7, false), SEEDS, Precision.FLOAT);
    float[] points = new float[14];
    var stream = RandomStreams.stream(1, "samples");
    for (int step = 0; step < 3; step++) {
      batches.next();
      CirclePoints.QUICKEST.draw(stream, 1f, points);
      StepExamples examples = batches.examples();
      assertThat(examples.floatInputs()).containsExactly(points);
      for (int i = 0; i < 14; i++) {
        assertThat(examples.inputs().data()[i]).isEqualTo(points[i]);
      }
      for (int c = 0; c < 7; c++) {
        double label = points[2 * c + 1] < 0 ? -1 : 1;
        assertThat(examples.labels().get(0, c)).isEqualTo(label);
        assertThat((double) examples.floatLabels()[c]).isEqualTo(label);
      }
    }
  }

  @Test
  void lawsWithoutAWayOfTheirOwnInFloat_areRounded() {
    for (Law law : List.of(new Gaussian(3, 0.5), new Sphere(3, 2))) {
      LabelledLaw data = new LabelledLaw(law, new LinearTeacher(new double[] {1, 2, 3}));
      StepExamples doubles = new StepExamples(3, 1, 20, Precision.DOUBLE);
      StepExamples floats = new StepExamples(3, 1, 20, Precision.FLOAT);
      data.draw(RandomStreams.stream(1, "samples"), doubles);
      data.draw(RandomStreams.stream(1, "samples"), floats);
      for (int i = 0; i < 60; i++) {
        assertThat(floats.floatInputs()[i]).isEqualTo((float) doubles.inputs().data()[i]);
      }
      for (int c = 0; c < 20; c++) {
        double label = TeacherVector.dot(new double[] {1, 2, 3}, floats.inputs(), c);
        assertThat(floats.floatLabels()[c]).isEqualTo((float) label);
      }
    }
  }

  @Test
  void population_hasNoMinibatches() {
    Population population = freshCircle().population();
    assertThatThrownBy(
            () -> Minibatches.of(population, new Minibatch(6, false), SEEDS, Precision.DOUBLE))
        .isInstanceOf(SpecException.class)
        .hasMessage("optimiser.kind is sgd, must be gradient-descent: data is a population");
  }

  @Test
  void examplesInFloat_areTheSetsRounded_inTheSameOrder() {
    Matrix inputs = new Matrix(70, 50);
    Arrays.setAll(inputs.data(), i -> 1.0 / (i + 3));
    Matrix labels = new Matrix(1, 50);
    Arrays.setAll(labels.data(), i -> 1.0 / (i + 7));
    TrainingSet set = TrainingSet.of(inputs, labels);
    for (boolean replacement : new boolean[] {false, true}) {
      Minibatch how = new Minibatch(23, replacement);
      Minibatches doubles = Minibatches.of(set, how, SEEDS, Precision.DOUBLE);
      Minibatches floats = Minibatches.of(set, how, SEEDS, Precision.FLOAT);
      for (int step = 0; step < 5; step++) {
        doubles.next();
        floats.next();
        assertThat(floats.examples().floatInputs())
            .containsExactly(rounded(doubles.examples().inputs()));
        assertThat(floats.examples().floatLabels())
            .containsExactly(rounded(doubles.examples().labels()));
      }
    }
  }

  private static float[] rounded(Matrix matrix) {
    float[] rounded = new float[matrix.data().length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) matrix.data()[i];
    }
    return rounded;
  }

  private static FreshSamples freshCircle() {
    Section section =
        Sections.data("circle", Sections.withDirection(Map.of("fresh", true), 0.0, 1.0));
    return (FreshSamples)
        DataKinds.CATALOGUE.of(section).create(section, RandomStreams.stream(1, "data"));
  }

  private static TrainingSet set(int size) {
    Matrix inputs = new Matrix(2, size);
    Matrix labels = new Matrix(1, size);
    for (int i = 0; i < size; i++) {
      inputs.set(0, i, i);
      inputs.set(1, i, 100 + i);
      labels.set(0, i, 200 + i);
    }
    return TrainingSet.of(inputs, labels);
  }

  private static List<Integer> steps(TrainingSet set, Minibatch how, Seeds seeds) {
    Minibatches batches = Minibatches.of(set, how, seeds, Precision.DOUBLE);
    List<Integer> seen = new ArrayList<>();
    for (int step = 0; step < 5; step++) {
      batches.next();
      seen.addAll(examples(batches));
    }
    return seen;
  }

  /** Which examples of a {@link #set} the step has; inputs and label must agree. */
  private static List<Integer> examples(Minibatches batches) {
    List<Integer> examples = new ArrayList<>();
    for (int c = 0; c < batches.examples().inputs().columns(); c++) {
      int example = (int) batches.examples().inputs().get(0, c);
      assertThat(batches.examples().inputs().get(1, c)).isEqualTo(100 + example);
      assertThat(batches.examples().labels().get(0, c)).isEqualTo(200 + example);
      examples.add(example);
    }
    return examples;
  }
}
