package org.basin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.Optional;
import org.basin.cli.shell.HistoryFile;
import org.basin.cli.shell.ScriptedShell;
import org.basin.cli.shell.ShellException;
import org.basin.cli.shell.SqlShell;
import org.basin.cli.shell.TerminalShell;
import org.basin.cli.shell.ViewScript;
import org.basin.cli.text.Paragraph;
import org.basin.cli.text.SparkErrors;
import org.basin.engine.SqlSession;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SweepFolder;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code basin sql}: runs queries over the tables of sweeps. */
@Command(
    name = "sql",
    description = {
      "Prints the result of a query in Spark's SQL over a sweep's tables. Without a query, starts a"
          + " shell with history and completion, or reads queries from standard input.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin sql",
      "  submit/basin sql \"SELECT verdict, count(*) AS trials FROM trials GROUP BY verdict\"",
      "  submit/basin sql --sweep quickstart --format csv \"SELECT * FROM points\" > points.csv",
      "  submit/basin sql --format json < queries.sql",
      "  submit/basin sql '\\d trials'",
      "",
      "Formats: table (aligned; reals with six digits, null blank), csv (RFC 4180, null empty),",
      "json (one object for each line; NaN and infinity as the texts \"NaN\", \"Infinity\").",
      "",
      "A query may compute from these tables, those of other sweeps by name (other.trials,",
      "`my-sweep`.trials) and inline values. It may not read, write, set, create or run",
      "anything else.",
      "",
      "A query that begins with a backslash is a command of the shell: '\\d' lists the tables,",
      "'\\d TABLE' the columns and what they mean, '\\df' Basin's functions, such as iqm(x) and",
      "wilson_low(k, n), the lower end of a 95 %% interval of a fraction k/n. '\\?' lists",
      "the commands, and basin explain NAME tells what a function gives."
    })
final class SqlVerb extends Verb {
  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "One SQL query or one command of the shell, quoted.")
  private String query;

  @Mixin private SweepOption sweep;

  @Mixin private FormatOption format;

  @Option(
      names = "--views",
      description =
          "Print a script that makes the tables known to spark-sql or Spark's Thrift server.")
  private boolean isForViews;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (isForViews && query != null) {
      throw new UsageException("--views takes no query");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.forQuery("sql")) {
      SweepFolder folder = sweep.folder(session, output());
      SqlSession sql =
          new SqlSession(session.spark(), session.settings(), output(), folder, query != null);
      try {
        run(session, sql, out);
      } catch (Exception e) {
        Optional<MachineException> damage = sql.damage(e);
        if (damage.isPresent()) {
          throw damage.get();
        }
        throw e;
      }
      out.flush();
      return 0;
    } catch (ShellException e) {
      throw new UsageException(e.getMessage());
    } catch (Exception e) {
      // Scala throws undeclared exceptions here too.
      Optional<String> line = SparkErrors.line(e);
      if (line.isPresent()) {
        throw new UsageException(line.get());
      }
      throw e;
    }
  }

  private void run(Session session, SqlSession sql, PrintWriter out) throws Exception {
    if (isForViews) {
      ViewScript.of(sql.chosen()).forEach(out::println);
    } else if (query == null) {
      shell(session, sql, out);
    } else if (query.stripLeading().startsWith("\\")) {
      stream(session, sql, out).command(query);
    } else {
      format.format().print(sql.query(query), out);
    }
  }

  private static SqlShell stream(Session session, SqlSession sql, PrintWriter out) {
    return new SqlShell(session.spark(), sql, out, () -> Paragraph.WIDTH);
  }

  private void shell(Session session, SqlSession sql, PrintWriter out) throws Exception {
    Optional<Terminal> terminal = TerminalShell.open();
    if (terminal.isEmpty()) {
      new ScriptedShell(stream(session, sql, out), format.format(), SparkErrors::line)
          .run(new BufferedReader(new InputStreamReader(System.in, UTF_8)));
      return;
    }
    try (Terminal open = terminal.get()) {
      SqlShell shell = new SqlShell(session.spark(), sql, open.writer(), TerminalShell.width(open));
      new TerminalShell(
              open,
              shell,
              SparkErrors::line,
              failure -> FailureReport.unexpected(failure, open.writer()),
              HistoryFile.find(System.getenv(), System.getProperty("user.home")))
          .run();
    } catch (IOException e) {
      throw new MachineException("cannot use the terminal: " + e.getMessage(), e);
    }
  }
}
