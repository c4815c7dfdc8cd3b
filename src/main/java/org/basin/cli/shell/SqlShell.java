package org.basin.cli.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.cli.text.ResultFormat;
import org.basin.engine.ShellSettings;
import org.basin.engine.SqlSession;
import org.basin.settings.Nearest;

/**
 * A shell over the tables of a sweep: runs statements and commands one after the other, and keeps
 * what they set.
 */
public final class SqlShell {
  private final SqlSession session;
  private final ShellSettings settings;
  private final Cancellation cancellation;
  private final TableDocs docs = TableDocs.load();
  private final PrintWriter out;
  private final IntSupplier width;

  private ResultView.Vertical vertical = ResultView.Vertical.AUTO;
  private boolean isTimed;
  private Dataset<Row> last;

  /**
   * Makes a shell.
   *
   * @param out where it prints
   * @param width asked for the width of the terminal, in columns
   */
  public SqlShell(SparkSession spark, SqlSession session, PrintWriter out, IntSupplier width) {
    this.session = session;
    this.settings = ShellSettings.load();
    this.cancellation = new Cancellation(spark);
    this.out = out;
    this.width = width;
  }

  SqlSession session() {
    return session;
  }

  ShellSettings settings() {
    return settings;
  }

  TableDocs docs() {
    return docs;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  Descriptions descriptions() {
    return new Descriptions(session, docs, width.getAsInt());
  }

  /** Runs a query and prints its whole result as {@code format} has it. */
  void print(String query, ResultFormat format) throws IOException {
    last = session.query(query);
    format.print(last, out);
    out.flush();
  }

  /**
   * Runs a query and shows its result.
   *
   * @param height the number of lines that the terminal shows at once; 0 if nothing is to be paged
   */
  void query(String text, int height) throws Exception {
    long start = System.nanoTime();
    double[] seconds = new double[1];
    cancellation.run(
        () -> {
          Dataset<Row> result = session.query(text);
          last = result;
          ResultView view = new ResultView(settings, width.getAsInt(), vertical);
          Optional<String> pager = PagedOutput.pager(System.getenv());
          try (PagedOutput paged = new PagedOutput(out, height, pager, settings.less())) {
            view.show(
                result,
                paged::print,
                () -> seconds[0] = (System.nanoTime() - start) / 1e9,
                cancellation::isCancelled);
          } catch (PagedOutput.Left left) {
            // The user has seen enough.
          }
          return null;
        });
    if (isTimed) {
      out.println(String.format(Locale.ROOT, "Time: %.3f s", seconds[0]));
    }
  }

  /**
   * Runs a command.
   *
   * @return whether the shell goes on
   * @throws ShellException if it is wrong
   */
  public boolean command(String text) throws Exception {
    String[] words = text.strip().split("\\s+", 2);
    String argument = words.length > 1 ? words[1].strip().replaceFirst(";$", "").strip() : "";
    String name = words[0].replaceFirst(";$", "");
    Command command =
        Command.find(name)
            .orElseThrow(
                () ->
                    new ShellException(
                        name + " is no command; " + Nearest.hint(name, Command.names())));
    if (!argument.isEmpty() && !command.hasArguments()) {
      throw new ShellException(command.typed() + " takes nothing after it, and has " + argument);
    }
    switch (command) {
      case TABLES ->
          print(argument.isEmpty() ? descriptions().tables() : descriptions().table(argument));
      case FUNCTIONS -> print(descriptions().functions());
      case SWEEPS -> print(descriptions().sweeps());
      case USE -> use(argument);
      case REFRESH -> refresh();
      case VERTICAL -> setVertical(argument.toLowerCase(Locale.ROOT));
      case TIMING -> setTiming(argument.toLowerCase(Locale.ROOT));
      case EXPORT -> export(argument);
      case HELP -> print(descriptions().commands());
      case QUIT -> {
        return false;
      }
    }
    out.flush();
    return true;
  }

  private void print(List<String> lines) {
    lines.forEach(out::println);
  }

  private void use(String sweep) {
    if (sweep.isEmpty()) {
      throw new ShellException("which sweep? \\sweeps lists them");
    }
    session.use(sweep.replace("`", ""));
    print(descriptions().publication(session.chosen()));
  }

  private void refresh() {
    if (!session.refresh()) {
      out.println("Nothing was published since.");
    }
    print(descriptions().publication(session.chosen()));
  }

  private void setVertical(String mode) {
    boolean isOn = vertical == ResultView.Vertical.ON;
    vertical =
        switch (mode) {
          case "" -> isOn ? ResultView.Vertical.AUTO : ResultView.Vertical.ON;
          case "on" -> ResultView.Vertical.ON;
          case "off" -> ResultView.Vertical.OFF;
          case "auto" -> ResultView.Vertical.AUTO;
          default -> throw new ShellException(mode + " is none of on, off, auto");
        };
    out.println(
        switch (vertical) {
          case ON -> "Each column is shown on a line of its own.";
          case OFF -> "Rows are shown as a table.";
          case AUTO -> "Rows are shown as a table, or by column where a few are too wide.";
        });
  }

  private void setTiming(String mode) {
    isTimed =
        switch (mode) {
          case "" -> !isTimed;
          case "on" -> true;
          case "off" -> false;
          default -> throw new ShellException(mode + " is none of on, off");
        };
    out.println(isTimed ? "The time of each query is told." : "Times are not told.");
  }

  private void export(String arguments) throws Exception {
    Export export = Export.of(arguments, Path.of(System.getProperty("user.home")));
    if (last == null) {
      throw new ShellException("no query has been run yet whose result could be written");
    }
    export.check(session.localFolders());
    cancellation.run(
        () -> {
          try {
            export.write(last, cancellation);
          } catch (IOException e) {
            throw new ShellException("cannot write " + export.file() + ": " + e.getMessage(), e);
          }
          return null;
        });
    out.println("Wrote " + export.file() + ".");
  }
}
