package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.basin.chart.Chart;
import org.basin.chart.ChartRow;
import org.basin.chart.Drawing;
import org.basin.chart.DrawnText;
import org.basin.chart.Layer;
import org.basin.chart.Panel;
import org.basin.chart.PdfFile;
import org.basin.chart.Theme;
import org.basin.config.SweepReader;
import org.basin.engine.FigureJob;
import org.basin.engine.RunJob;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure of a paper from the training to the picture. */
class PaperFigureIT {

  @TempDir static Path output;

  private static Chart chart;

  @BeforeAll
  static void run() {
    Configuration small = Configuration.of("lin-sun-zhang-2021-figure-1-small");
    Sweep sweep = new SweepReader().read(small.file(), small.variant(), List.of("seeds.count=2"));
    EngineSettings settings = EngineSettings.load();
    new RunJob(SharedSpark.session(), settings).run(sweep, output.toString());
    SweepFolder folder =
        SweepFolder.of(new org.apache.hadoop.conf.Configuration(), output.toString(), sweep.name());
    chart =
        new FigureJob(SharedSpark.session(), settings)
            .charts(folder, sweep, sweep.figures())
            .charts()
            .get(0);
  }

  @Test
  void panels_areThePapers_eachWithARangeOfItsOwn() {
    assertThat(chart.panels().stream().map(Panel::title))
        .containsExactly("angle, degrees", "loss", "norm of the weights");
    assertThat(chart.y().shared()).isFalse();
  }

  @Test
  void bounds_areDashed_andAboveTheAngle() {
    Panel angle = chart.panels().get(0);
    List<Layer> bounds = angle.layers().stream().filter(Layer::dashed).toList();
    assertThat(bounds).hasSize(4);
    for (Layer bound : bounds) {
      Layer run =
          angle.layers().stream()
              .filter(layer -> !layer.dashed() && layer.series().equals(bound.series()))
              .findFirst()
              .orElseThrow();
      for (ChartRow row : bound.rows()) {
        double limit = ((Number) row.y()).doubleValue();
        // The bounds are for the exact gradient; SGD may pass them by its noise.
        if (!Double.isNaN(limit)) {
          assertThat(at(run, row.x())).as("at " + row.x()).isLessThan(limit + 1);
        }
      }
    }
  }

  private static double at(Layer run, Object x) {
    return run.rows().stream()
        .filter(row -> row.x().equals(x))
        .mapToDouble(row -> ((Number) row.y()).doubleValue())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void picture_holdsItsTextAndItsFonts() throws Exception {
    try (Drawing drawing = new Drawing()) {
      for (int width : new int[] {480, 840}) {
        String svg = drawing.svg(chart, Theme.LIGHT, width);
        DrawnText.staysInside(svg, width);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfFile.write(svg, pdf);
        assertThat(DrawnText.ofPdf(pdf.toByteArray()))
            .contains("Figure 1", "angle, degrees", "norm of the weights", "N = 4");
      }
    }
  }
}
