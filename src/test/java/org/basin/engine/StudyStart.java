package org.basin.engine;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Parameters;
import org.basin.plan.Grid;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.train.TrialParts;

/** What {@code examples/import/pytorch.py} needs to train the trials that Basin trains. */
final class StudyStart {

  private StudyStart() {}

  /** Writes the points, training sets and first weights of a sweep over widths and step sizes. */
  static void write(Sweep sweep, Path file) throws IOException {
    Map<String, Map<String, Object>> seeds = new TreeMap<>();
    Map<String, Set<String>> points = new TreeMap<>();
    Grid grid = sweep.grid().orElseThrow();
    for (long index = 0; index < grid.size(); index++) {
      TrialSpec spec = grid.trial(index);
      String width = String.valueOf(spec.settings().get("model.width"));
      String seed = String.valueOf(spec.seed());
      points.computeIfAbsent(width, key -> new LinkedHashSet<>()).add(spec.pointId());
      // Trials that differ in the step size alone start alike.
      seeds.computeIfAbsent(width, key -> new TreeMap<>()).computeIfAbsent(seed, key -> of(spec));
    }
    Map<String, Object> all = new TreeMap<>();
    seeds.forEach(
        (width, starts) ->
            all.put(width, Map.of("points", List.copyOf(points.get(width)), "seeds", starts)));
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, ConfigValueFactory.fromMap(all).render(ConfigRenderOptions.concise()) + "\n");
  }

  private static Map<String, Object> of(TrialSpec spec) {
    TrialParts parts = TrialParts.of(spec, List.of());
    TrainingSet data = (TrainingSet) parts.data();
    Map<String, Object> start = new TreeMap<>();
    List<List<Double>> inputs = new ArrayList<>();
    for (int example = 0; example < data.size(); example++) {
      List<Double> one = new ArrayList<>();
      for (int feature = 0; feature < data.inputs(); feature++) {
        one.add(data.examples().get(feature, example));
      }
      inputs.add(one);
    }
    start.put("inputs", inputs);
    start.put("labels", rows(data.labels()).get(0));
    Parameters parameters = parts.initialParameters();
    for (int i = 0; i < parameters.count(); i++) {
      start.put(parameters.shapes().get(i).name(), rows(parameters.get(i)));
    }
    return start;
  }

  private static List<List<Double>> rows(Matrix matrix) {
    List<List<Double>> rows = new ArrayList<>();
    for (int r = 0; r < matrix.rows(); r++) {
      List<Double> row = new ArrayList<>();
      for (int c = 0; c < matrix.columns(); c++) {
        row.add(matrix.get(r, c));
      }
      rows.add(row);
    }
    return rows;
  }
}
