package org.basin.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.testing.RecordedImages;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConvolutionTest {

  private static final double TOLERANCE = 1e-12;

  @TestFactory
  Stream<DynamicTest> outputsAndGradients_equalPytorch() {
    List<? extends Config> cases = RecordedImages.ALL.getConfigList("convolutions");
    assertThat(cases).hasSize(7);
    return cases.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    "kernel %d, stride %d, padding %d"
                        .formatted(c.getInt("kernel"), c.getInt("stride"), c.getInt("padding")),
                    () -> check(c)));
  }

  private static void check(Config recorded) {
    ImageShape form =
        new ImageShape(
            recorded.getInt("channels"), recorded.getInt("height"), recorded.getInt("width"));
    List<Shape> shapes = new ArrayList<>();
    ImageLayer layer =
        new Convolution(
            "conv",
            form,
            recorded.getInt("filters"),
            recorded.getInt("kernel"),
            recorded.getInt("stride"),
            recorded.getInt("padding"),
            shapes);
    Parameters parameters = new Parameters(shapes);
    parameters.get(0).copyFrom(RecordedImages.rows(recorded, "weight"));
    Parameters gradient = parameters.copy();
    MatrixPool room = new MatrixPool();
    ImageLayer.Pass pass = layer.pass(2, true, room);
    Matrix z = pass.forward(parameters, images(recorded, "images", form));
    close(z, images(recorded, "outputs", layer.output()));
    Matrix below = pass.backward(parameters, images(recorded, "delta", layer.output()), gradient);
    close(below, images(recorded, "byImages", form));
    close(gradient.get(0), RecordedImages.rows(recorded, "byWeight"));
  }

  @Test
  void tilesOfOneRow_addUpToAllRows() {
    // 64 channels: a row of 40 patches has 23,040 numbers, so that a tile has two rows of twelve.
    ImageShape form = new ImageShape(64, 12, 40);
    List<Shape> shapes = new ArrayList<>();
    ImageLayer layer = new Convolution("conv", form, 1, 3, 1, 1, shapes);
    Parameters parameters = new Parameters(shapes);
    parameters.get(0).fill(1);
    Matrix x = new Matrix(64, form.pixels());
    for (int i = 0; i < x.data().length; i++) {
      x.data()[i] = i % 7;
    }
    double[] z = layer.pass(1, false, new MatrixPool()).forward(parameters, x).data();
    for (int h = 0; h < 12; h++) {
      for (int w = 0; w < 40; w++) {
        double sum = 0;
        for (int i = Math.max(0, h - 1); i <= Math.min(11, h + 1); i++) {
          for (int j = Math.max(0, w - 1); j <= Math.min(39, w + 1); j++) {
            for (int c = 0; c < 64; c++) {
              sum += x.get(c, i * 40 + j);
            }
          }
        }
        assertThat(z[h * 40 + w]).isEqualTo(sum);
      }
    }
  }

  private static Matrix images(Config recorded, String path, ImageShape form) {
    ImageLayer layer = new PixelMajor(form);
    return layer
        .pass(2, false, new MatrixPool())
        .forward(null, RecordedImages.columns(recorded.getValue(path)));
  }

  private static void close(Matrix actual, Matrix expected) {
    assertThat(actual).hasToString(expected.toString());
    assertThat(actual.data()).containsExactly(expected.data(), within(TOLERANCE));
  }
}
