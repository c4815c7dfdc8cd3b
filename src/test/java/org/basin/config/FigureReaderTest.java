package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basin.plan.Sweep;
import org.basin.plan.figure.Figure;
import org.basin.plan.figure.FigureScale;
import org.basin.plan.figure.QueryLayer;
import org.basin.plan.figure.View;
import org.basin.plan.figure.ViewLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureReaderTest {

  @TempDir private Path folder;

  private Sweep read(String figures) throws IOException {
    String quickstart = Files.readString(Path.of("conf/quickstart.conf"));
    String text = quickstart.substring(0, quickstart.indexOf("  # Pictures"));
    Path file = folder.resolve("figures.conf");
    Files.writeString(file, text + "  figures = [" + figures + "]\n}\n");
    return new SweepReader().read(file, "", List.of());
  }

  @Test
  void layers_areQueriesAndViews() throws IOException {
    Figure figure =
        read("{ name = both, x { label = std, min = 1e-6 }, layers = ["
                + "{ kind = measure, of = escape, along = [init.std], where = \"true\" },"
                + "{ kind = line, sql = \"SELECT 1 AS x, 2 AS y\", series = bound, dashed = true }"
                + "] }")
            .figures()
            .get(0);
    assertThat(figure.x().label()).isEqualTo("std");
    assertThat(figure.x().kind()).isEqualTo(FigureScale.Kind.AUTO);
    assertThat(figure.x().min()).isEqualTo(1e-6);
    assertThat(figure.x().max()).isNaN();
    ViewLayer view = (ViewLayer) figure.layers().get(0);
    assertThat(view.view()).isEqualTo(View.MEASURE);
    assertThat(view.along()).containsExactly("init.std");
    QueryLayer query = (QueryLayer) figure.layers().get(1);
    assertThat(query.dashed()).isTrue();
    assertThat(query.series()).isEqualTo("bound");
    assertThat(query.place()).contains("figures.conf:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          { name = a, layers = [] } | figures[0].layers is [], must have a layer
          { name = "A b", layers = [{ kind = survival }] } | must be lower-case words
          { name = a, layers = [{ kind = survival, of = espace }] } | figures[0].layers[0].of is espace, must be a hitting time or converged; did you mean escape?
          { name = a, layers = [{ kind = fraction, of = won, along = [init.std] }] } | must be a verdict or a hitting time
          { name = a, layers = [{ kind = curves, of = weight-norm }] } | must be an observable of curves
          { name = a, layers = [{ kind = measure, of = width, along = [init.std] }] } | figures[0].layers[0].of is width, must be a hitting time, a scalar observable
          { name = a, layers = [{ kind = measure, of = escape, along = [] }] } | has 0 axes, must have one axis
          { name = a, layers = [{ kind = measure, of = escape, along = [init.st] }] } | must be a path of an axis; did you mean init.std?
          { name = a, layers = [{ kind = measure, of = escape, along = [init.std], series = [init.std] }] } | must be another axis than along and series
          { name = a, layers = [{ kind = lines, sql = "SELECT 1" }] } | figures[0].layers[0].kind is "lines"
          { name = a, y { scale = log, min = 0 }, layers = [{ kind = survival }] } | must be above 0 on a log scale
          { name = a, y { min = 2, max = 1 }, layers = [{ kind = survival }] } | must be above min
          { name = a, layers = [{ kind = survival }, { kind = cells, sql = "" }] } | must have one layer of cells
          { name = a, colour { label = c }, layers = [{ kind = survival }] } | must be left out where no layer
          { name = a, layers = [{ kind = survival }] }, { name = a, layers = [{ kind = survival }] } | must have a name of its own
          """)
  void wrongFigure_isTold(String figures, String problem) {
    assertThatThrownBy(() -> read(figures))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(problem);
  }
}
