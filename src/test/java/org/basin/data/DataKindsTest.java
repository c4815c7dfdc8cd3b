package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.linalg.StepExamples;
import org.basin.settings.Factory;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.SpecException;
import org.basin.testing.ImageFiles;
import org.basin.testing.Sections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind of data in the catalogue. */
class DataKindsTest {

  @TempDir static Path folder;

  @BeforeAll
  static void write() {
    ImageFiles.mnist(folder, 20, 10, 10, true);
    ImageFiles.cifar(folder, 3, 4);
  }

  /** At least one section of every kind; training sets and fresh samples alike. */
  static Stream<Section> sections() {
    return Stream.of(
        Sections.data("circle-grid", Map.of("samples", 12L, "target", "5*relu(x1)^2 + x2")),
        Sections.data("circle", Map.of("samples", 9L, "target", "sin(3*x1) - 2")),
        Sections.data("circle", Sections.withDirection(Map.of("fresh", true), 0.0, 1.0)),
        Sections.data(
            "sphere",
            Sections.withDirection(Map.of("dimension", 3L, "samples", 7L), 1.0, -1.0, 2.0)),
        Sections.data(
            "sphere", Map.of("dimension", 5L, "fresh", true, "radius", 2.0, "target", "x5")),
        Sections.data("gaussian", Map.of("dimension", 4L, "samples", 11L, "target", "tanh(x4)")),
        Sections.data("gaussian", Map.of("dimension", 1L, "fresh", true, "target", "x1^2")),
        Sections.data(
            "csv",
            Map.of(
                "file", "src/test/resources/org/basin/data/points.csv",
                "inputs", List.of("x2", "x1"),
                "labels", List.of("y"))),
        Sections.data(
            "explicit",
            Map.of("inputs", List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)), "target", "x1*x2")),
        Sections.data(
            "mnist", Map.of("folder", folder.toString(), "samples", 11L, "validation-samples", 3L)),
        Sections.data("cifar-10", Map.of("folder", folder.toString(), "samples", 9L)),
        Sections.data("population", Sections.withDirection(Map.of("law", "circle"), 3.0, 4.0)),
        Sections.data("population", Sections.withDirection(Map.of("law", "gaussian"), 1.0, 0.0)));
  }

  @Test
  void sections_coverEveryKind() {
    Set<String> covered = sections().map(Section::kind).collect(Collectors.toSet());
    assertThat(DataKinds.CATALOGUE.factories())
        .extracting(Factory::kind)
        .containsExactlyInAnyOrderElementsOf(covered);
  }

  @Test
  void heldOutExamples_areOthersOfTheSameLaw_andLeaveTheTrainingSetAlone() {
    Map<String, Object> settings = Map.of("dimension", 3L, "samples", 5L, "target", "x1 + x2");
    Map<String, Object> held = new HashMap<>(settings);
    held.put("validation-samples", 4L);
    held.put("test-samples", 6L);
    TrainingSet alone = (TrainingSet) create(Sections.data("gaussian", settings), 1);
    TrainingSet with = (TrainingSet) create(Sections.data("gaussian", held), 1);
    assertThat(alone.validation()).isNull();
    assertThat(alone.test()).isNull();
    assertThat(with.examples().data()).containsExactly(alone.examples().data());
    assertThat(with.validation().size()).isEqualTo(4);
    assertThat(with.test().size()).isEqualTo(6);
    assertThat(with.validation().inputs().get(0, 0)).isNotEqualTo(with.test().inputs().get(0, 0));
    Matrix x = with.test().inputs();
    assertThat(with.test().labels().get(0, 5)).isEqualTo(x.get(0, 5) + x.get(1, 5));
    held.put("validation-samples", 40L);
    TrainingSet more = (TrainingSet) create(Sections.data("gaussian", held), 1);
    assertThat(more.test().inputs().data()).containsExactly(with.test().inputs().data());
  }

  @Test
  void labelNoise_hasItsStd_andLeavesInputsAndHeldOutSetsAlone() {
    Map<String, Object> settings = Map.of("dimension", 2L, "samples", 20_000L, "target", "x1");
    Map<String, Object> noisy = new HashMap<>(settings);
    noisy.put("test-samples", 6L);
    TrainingSet clean = (TrainingSet) create(Sections.data("gaussian", noisy), 1);
    noisy.put("label-noise", 0.5);
    TrainingSet with = (TrainingSet) create(Sections.data("gaussian", noisy), 1);
    assertThat(with.examples().data()).containsExactly(clean.examples().data());
    assertThat(with.test().inputs().data()).containsExactly(clean.test().inputs().data());
    assertThat(with.test().labels().data()).containsExactly(clean.test().labels().data());
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < with.size(); i++) {
      double noise = with.labels().get(0, i) - clean.labels().get(0, i);
      sum += noise;
      squares += noise * noise;
    }
    // Four standard errors: 0.5/√n of the mean, 0.5·√(1/(2n)) of the std; p = 1e-4 together.
    assertThat(sum / with.size()).isCloseTo(0, within(4 * 0.5 / Math.sqrt(20_000)));
    assertThat(Math.sqrt(squares / with.size())).isCloseTo(0.5, within(4 * 0.5 / 200));
  }

  @Test
  void labelFlips_changeTheShareOfSignsAsked_andMoreIncludeFewer() {
    Map<String, Object> settings =
        new HashMap<>(Sections.withDirection(Map.of("samples", 20_000L), 1.0, 0.0));
    Matrix clean = ((TrainingSet) create(Sections.data("circle", settings), 1)).labels();
    settings.put("label-flips", 0.1);
    Matrix few = ((TrainingSet) create(Sections.data("circle", settings), 1)).labels();
    settings.put("label-flips", 0.3);
    Matrix many = ((TrainingSet) create(Sections.data("circle", settings), 1)).labels();
    int flips = 0;
    for (int i = 0; i < clean.columns(); i++) {
      if (few.get(0, i) != clean.get(0, i)) {
        flips++;
        assertThat(few.get(0, i)).isEqualTo(-clean.get(0, i));
        assertThat(many.get(0, i)).isEqualTo(few.get(0, i));
      }
    }
    // Four standard errors of a binomial share.
    assertThat(flips / 20_000.0).isCloseTo(0.1, within(4 * Math.sqrt(0.09 / 20_000)));
  }

  @Test
  void labelNoise_isRefusedWhereItHasNoMeaning() {
    Map<String, Object> real = Map.of("samples", 3L, "target", "x1", "label-flips", 0.1);
    assertThatThrownBy(() -> create(Sections.data("circle", real), 1))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("data.label-flips is given, must be absent where a label is");
    Map<String, Object> fresh = Map.of("fresh", true, "target", "x1", "label-noise", 0.1);
    assertThatThrownBy(() -> create(Sections.data("circle", fresh), 1))
        .isInstanceOf(SpecException.class)
        .hasMessage("data.label-noise is given, must be absent where fresh = true");
  }

  @ParameterizedTest
  @MethodSource("sections")
  void sameSeed_givesTheSameBits(Section section) {
    assertThat(bits(section, 7)).isEqualTo(bits(section, 7));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void anotherSeed_givesOtherBits_onlyWhereInputsAreDrawn(Section section) {
    if (Set.of("circle", "sphere", "gaussian", "mnist", "cifar-10").contains(section.kind())) {
      assertThat(bits(section, 7)).isNotEqualTo(bits(section, 8));
    } else {
      assertThat(bits(section, 7)).isEqualTo(bits(section, 8));
    }
  }

  @ParameterizedTest
  @MethodSource("sections")
  void shapes_agree(Section section) {
    Data data = create(section, 1);
    if (data.direction() != null) {
      assertThat(data.direction().rows()).isEqualTo(data.inputs());
      assertThat(data.direction().columns()).isEqualTo(1);
      assertThat(TeacherVector.norm(data.direction().data())).isCloseTo(1, within(1e-15));
    }
    if (data instanceof TrainingSet set) {
      assertThat(set.examples().rows()).isEqualTo(data.inputs());
      assertThat(set.labels().rows()).isEqualTo(data.outputs());
      assertThat(set.labels().columns()).isEqualTo(set.size());
      if (data.image() != null) {
        assertThat(data.image().features()).isEqualTo(data.inputs());
      }
    }
  }

  private static Data create(Section section, long seed) {
    UniformRandomProvider stream = RandomStreams.stream(seed, "data");
    return DataKinds.CATALOGUE.of(section).create(section, stream);
  }

  /** Inputs, then labels, then direction. */
  private static double[][] bits(Section section, long seed) {
    Data data = create(section, seed);
    Matrix inputs = new Matrix(data.inputs(), 20);
    Matrix labels = new Matrix(data.outputs(), 20);
    if (data instanceof TrainingSet set) {
      inputs = set.examples();
      labels = set.labels();
    } else if (data instanceof FreshSamples fresh) {
      fresh.draw(RandomStreams.stream(seed, "samples"), StepExamples.of(inputs, labels));
    }
    double[] direction = data.direction() == null ? new double[0] : data.direction().data();
    return new double[][] {inputs.data(), labels.data(), direction};
  }
}
