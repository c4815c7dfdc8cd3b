package org.basin.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.basin.chart.Chart;
import org.basin.chart.Drawing;
import org.basin.chart.PdfFile;
import org.basin.chart.PngFile;
import org.basin.chart.Theme;
import org.basin.cli.text.TimeText;
import org.basin.engine.DrawnFigures;
import org.basin.engine.FigureJob;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.plan.figure.Figure;
import org.basin.settings.Nearest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code basin plot}: draws the figures of a sweep into files. */
@Command(
    name = "plot",
    description = {
      "Draws the figures that a sweep declares from its tables, each into a file of its name. It"
          + " trains nothing. With a sweep file, it draws the figures of the file.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin plot",
      "  submit/basin plot quickstart --figure escape --pdf --to paper/figures",
      "  submit/basin plot conf/quickstart.conf --png --width 480"
    })
final class PlotVerb extends Verb {
  @Mixin private SweepChoice choice;

  @Option(
      names = "--figure",
      paramLabel = "NAME",
      description = "Draw this figure; may be repeated; default: all.")
  private List<String> names = new ArrayList<>();

  @ArgGroup(exclusive = false)
  private final Formats formats = new Formats();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "The folder of the files, made if need be; default: the current one.")
  private Path to = Path.of("");

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      defaultValue = "640",
      description = "The width, 96 pixels to the inch; default: ${DEFAULT-VALUE}.")
  private int width;

  @Spec private CommandSpec spec;

  /** Which files are written; SVG if none is named. */
  static final class Formats {
    @Option(names = "--svg", description = "Write SVG; the default.")
    private boolean svg;

    @Option(names = "--pdf", description = "Write PDF, with its font inside.")
    private boolean pdf;

    @Option(names = "--png", description = "Write PNG, of three times as many pixels.")
    private boolean png;
  }

  @Override
  public Integer call() throws IOException {
    if (width < 200 || width > 4000) {
      throw new UsageException("--width is " + width + ", must be from 200 to 4000");
    }
    Sweep read = choice.read();
    DrawnFigures figures;
    String name;
    try (Session session = Session.forQuery("plot")) {
      SweepFolder folder = choice.folder(session, output(), read);
      Sweep sweep = choice.sweep(folder, read);
      name = sweep.name();
      figures =
          new FigureJob(session.spark(), session.settings()).charts(folder, sweep, chosen(sweep));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("Sweep " + name + ", tables " + TimeText.published(figures.published()));
    Files.createDirectories(to.toAbsolutePath());
    try (Drawing drawing = new Drawing()) {
      for (Chart chart : figures.charts()) {
        write(chart, drawing.svg(chart, Theme.LIGHT, width)).forEach(out::println);
      }
    }
    out.flush();
    return 0;
  }

  private List<Figure> chosen(Sweep sweep) {
    List<Figure> all = sweep.figures();
    if (all.isEmpty()) {
      throw new UsageException(
          "sweep "
              + sweep.name()
              + " declares no figures; basin report draws what every sweep has");
    }
    TreeSet<String> known = new TreeSet<>();
    all.forEach(figure -> known.add(figure.name()));
    for (String name : names) {
      if (!known.contains(name)) {
        throw new UsageException(
            "no figure " + name + " in sweep " + sweep.name() + "; " + Nearest.hint(name, known));
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(figure -> names.contains(figure.name())).toList();
  }

  /** Returns what was done, a line a file. */
  private List<String> write(Chart chart, String svg) throws IOException {
    List<String> written = new ArrayList<>();
    if (formats.svg || !(formats.pdf || formats.png)) {
      written.add(write(chart, "svg", out -> out.write(svg.getBytes(StandardCharsets.UTF_8))));
    }
    if (formats.pdf) {
      written.add(write(chart, "pdf", out -> PdfFile.write(svg, out)));
    }
    if (formats.png) {
      written.add(write(chart, "png", out -> PngFile.write(svg, 3 * width, out)));
    }
    return written;
  }

  private String write(Chart chart, String ending, Content content) throws IOException {
    Path file = to.resolve(chart.name() + "." + ending);
    boolean there = Files.exists(file);
    try (OutputStream out = Files.newOutputStream(file)) {
      content.write(out);
    }
    return (there ? "replaced " : "wrote ") + file;
  }

  /** What a file holds. */
  private interface Content {
    void write(OutputStream out) throws IOException;
  }
}
