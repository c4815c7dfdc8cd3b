package org.basin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.cli.text.Paragraph;
import org.basin.cli.text.SparkErrors;
import org.basin.engine.SqlJob;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SweepFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code basin sql}: runs a query over a sweep's tables. */
@Command(
    name = "sql",
    description = {
      "Prints the result of a query in Spark's SQL over a sweep's tables. Without a query, prints"
          + " the columns of the tables, and the functions that Basin adds to Spark's.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin sql \"SELECT verdict, count(*) AS trials FROM trials GROUP BY verdict\"",
      "  submit/basin sql --sweep quickstart --format csv \"SELECT * FROM points\" > points.csv",
      "",
      "Formats: table (aligned; reals with six digits, null blank), csv (RFC 4180, null empty),",
      "json (one object for each line; NaN and infinity as the texts \"NaN\", \"Infinity\").",
      "",
      "A query may compute from these tables and inline values. It may not read,",
      "write, set, create or run anything else.",
      "",
      "Besides Spark's functions, a query may call Basin's, such as iqm(x) and",
      "wilson_low(k, n), the lower end of a 95 %% interval of a fraction k/n. basin",
      "sql without a query lists them, and basin explain NAME tells what one gives."
    })
final class SqlVerb extends Verb {
  /** A blank at which no line is broken. */
  private static final char TOGETHER = '\u00a0';

  @Parameters(arity = "0..1", paramLabel = "QUERY", description = "One SQL query, quoted.")
  private String query;

  @Mixin private SweepOption sweep;

  @Mixin private FormatOption format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.forQuery("sql")) {
      SqlJob job = new SqlJob(session.spark(), session.settings());
      SweepFolder folder = sweep.folder(session, output());
      try {
        print(job, folder, out);
      } catch (Exception e) {
        Optional<MachineException> damage = job.damage(folder, e);
        if (damage.isPresent()) {
          throw damage.get();
        }
        throw e;
      }
      out.flush();
      return 0;
    } catch (Exception e) {
      // Scala throws undeclared exceptions here too.
      Optional<String> line = SparkErrors.line(e);
      if (line.isPresent()) {
        throw new UsageException(line.get());
      }
      throw e;
    }
  }

  private void print(SqlJob job, SweepFolder folder, PrintWriter out) throws IOException {
    if (query == null) {
      for (String table : job.open(folder)) {
        Dataset<Row> rows = job.query(folder, "SELECT * FROM " + table);
        Paragraph.hanging("  ", table + ": " + columns(rows))
            .forEach(line -> out.println(line.replace(TOGETHER, ' ')));
      }
      out.println();
      out.println("Functions, beside Spark's; ends are of 95 % intervals:");
      ExplainText.functions().forEach(out::println);
    } else {
      format.format().print(job.query(folder, query), out);
    }
  }

  private static String columns(Dataset<Row> table) {
    return Arrays.stream(table.schema().fields())
        .map(field -> field.name() + TOGETHER + field.dataType().simpleString())
        .collect(Collectors.joining(", "));
  }
}
