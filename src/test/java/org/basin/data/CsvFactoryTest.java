package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFactoryTest {

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("points.csv");
  }

  @Test
  void columns_areChosenByName_inTheOrderAsked() throws IOException {
    write("name, x1, x2, y\na, 1, 2.5, -1\nb, -3e-2, 0, 1\n\n\"c\", 0.1, 7, 1");
    TrainingSet set = read(Map.of("inputs", List.of("x2", "x1"), "labels", List.of("y")));
    assertThat(set.examples().data()).containsExactly(2.5, 1, 0, -0.03, 7, 0.1);
    assertThat(set.labels().data()).containsExactly(-1, 1, 1);
    assertThat(set.direction()).isNull();
  }

  @Test
  void inputs_areAllColumnsButTheLabels_whereNotGiven() throws IOException {
    write("a,y,b,z\n1,2,3,4\n5,6,7,8\n");
    TrainingSet set = read(Map.of("labels", List.of("z", "y")));
    assertThat(set.examples().data()).containsExactly(1, 3, 5, 7);
    assertThat(set.labels().data()).containsExactly(4, 2, 8, 6);
  }

  @Test
  void columns_areNumbered_withoutHeader() throws IOException {
    write("1,2,3\n4,5,6\n");
    TrainingSet set = read(Map.of("header", false, "labels", List.of("1")));
    assertThat(set.examples().data()).containsExactly(2, 3, 5, 6);
    assertThat(set.labels().data()).containsExactly(1, 4);
  }

  @Test
  void target_mayLabelTheRows() throws IOException {
    write("a,b\n1,2\n3,4\n");
    assertThat(read(Map.of("target", "10*x1 + x2")).labels().data()).containsExactly(12, 34);
  }

  @Test
  void badValue_namesFileLineAndColumn() throws IOException {
    Map<String, Object> labels = Map.of("labels", List.of("y"));
    write("x,y\n1,2\n\n3,four\n5,6\n");
    assertError(labels, "data.file is %s: line 4 column y is \"four\", must be a number");
    write("x,y\n1,2\n3,NaN");
    assertError(labels, "data.file is %s: line 3 column y is \"NaN\", must be a number");
    write("x,y\n1,2\n3,\n");
    assertError(labels, "data.file is %s: line 3 column y is \"\", must be a number");
  }

  @Test
  void rowOfAnotherLength_namesItsLine() throws IOException {
    write("x,y\n1,2\n3\n");
    assertError(
        Map.of("labels", List.of("y")),
        "data.file is %s: line 3 has 1 columns, must have 2 as the first row");
  }

  @Test
  void unknownColumn_listsThoseThereAre() throws IOException {
    write("x,y\n1,2\n");
    assertError(
        Map.of("labels", List.of("z")),
        "data.labels names column z, must be among those of %s: x, y");
    assertError(
        Map.of("labels", List.of("y"), "inputs", List.of("q")),
        "data.inputs names column q, must be among those of %s: x, y");
  }

  @Test
  void fileWithoutExamples_isAnError() throws IOException {
    write("");
    assertError(Map.of("labels", List.of("y")), "data.file is %s, which has no examples");
    write("x,y\n");
    assertError(Map.of("labels", List.of("y")), "data.file is %s, which has no examples");
  }

  @Test
  void columnsOfOneName_areAnError() throws IOException {
    write("x,x\n1,2\n");
    assertError(
        Map.of("labels", List.of("x")),
        "data.file is %s, which has two columns with the same name: x, x");
  }

  @Test
  void noColumnsLeftForInputs_isAnError() throws IOException {
    write("y\n1\n");
    assertError(
        Map.of("labels", List.of("y")), "data.inputs has no columns, must name at least one");
  }

  @Test
  void unreadableFile_isAnError() throws IOException {
    assertError(Map.of("target", "x1"), "data.file is %s, which does not exist");
    Files.createDirectory(file);
    assertThatThrownBy(() -> read(Map.of("target", "x1")))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("data.file is " + file + ", which is not a file");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }

  private TrainingSet read(Map<String, ?> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("file", file.toString());
    Section section = Sections.data("csv", all);
    return (TrainingSet) new CsvFactory().create(section, RandomStreams.stream(1, "data"));
  }

  private void assertError(Map<String, ?> settings, String message) {
    assertThatThrownBy(() -> read(settings))
        .isInstanceOf(SpecException.class)
        .hasMessage(message.formatted(file));
  }
}
