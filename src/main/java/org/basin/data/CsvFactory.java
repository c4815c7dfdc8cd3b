package org.basin.data;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.settings.Key;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code csv}: a training set in a CSV file, one example per row. A relative path starts at the
 * working directory. On a cluster, the file must have the same path on every machine. The file's
 * name and content are part of a trial's identity.
 */
final class CsvFactory implements DataFactory {

  @Override
  public String kind() {
    return "csv";
  }

  @Override
  public String summary() {
    return "A training set read from a CSV file, one example per row.";
  }

  @Override
  public List<Key> keys() {
    List<Key> own =
        List.of(
            Key.file("file", "path of the file; a relative one starts at the working directory"),
            Key.flag("header", "whether the first row names the columns; else 1, 2, ..."),
            Key.texts("inputs", "columns of the features; absent: all except the labels")
                .optional(),
            Key.texts("labels", "columns of the labels; alternatives: target, teacher").optional());
    return Stream.concat(own.stream(), Labels.KEYS.stream()).toList();
  }

  @Override
  public Data create(Section section, UniformRandomProvider stream) {
    boolean labelled = Labels.source(section, "labels", "target", "teacher").equals("labels");
    CsvTable table = CsvTable.read(section, "file", section.flag("header"));
    List<String> labels = labelled ? section.texts("labels") : List.of();
    List<String> inputs =
        section.has("inputs")
            ? section.texts("inputs")
            : table.names().stream().filter(name -> !labels.contains(name)).toList();
    if (inputs.isEmpty() || (labelled && labels.isEmpty())) {
      throw new SpecException(
          section.path() + (inputs.isEmpty() ? ".inputs" : ".labels"),
          "has no columns, must name at least one");
    }
    Matrix examples = table.columns(section.path() + ".inputs", inputs);
    return labelled
        ? TrainingSet.of(
            examples,
            LabelNoise.on(table.columns(section.path() + ".labels", labels), section, stream))
        : Labels.trainingSet(section, examples, stream);
  }
}
