package org.basin.testing;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import java.util.List;
import org.basin.linalg.Matrix;

/** What PyTorch did: {@code pytorch/residual.json}, beside the script that recorded it. */
public final class RecordedImages {

  public static final Config ALL = ConfigFactory.parseResources("pytorch/residual.json");

  private RecordedImages() {}

  /** One row for each row recorded. */
  public static Matrix rows(Config config, String path) {
    return rows(config.getValue(path));
  }

  /** One column for each row recorded: an example, say. */
  public static Matrix columns(ConfigValue value) {
    Matrix rows = rows(value);
    Matrix columns = new Matrix(rows.columns(), rows.rows());
    for (int r = 0; r < rows.rows(); r++) {
      for (int c = 0; c < rows.columns(); c++) {
        columns.set(c, r, rows.get(r, c));
      }
    }
    return columns;
  }

  private static Matrix rows(ConfigValue value) {
    return Matrix.ofRows(
        ((List<?>) value.unwrapped())
            .stream()
                .map(
                    row ->
                        ((List<?>) row)
                            .stream().mapToDouble(x -> ((Number) x).doubleValue()).toArray())
                .toArray(double[][]::new));
  }
}
