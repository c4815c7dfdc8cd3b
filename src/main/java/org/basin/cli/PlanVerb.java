package org.basin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.basin.config.SweepReader;
import org.basin.engine.QueryCheck;
import org.basin.plan.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code basin plan}: shows what a run would do. It starts no Spark session and holds no trials.
 */
@Command(
    name = "plan",
    description = {
      "Shows what a run would do, and trains nothing: the axes, the number of points and trials,"
          + " their estimated cost and the first trials. It checks the whole file and builds every"
          + " component once, so a plan that is shown can be run.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin plan conf/quickstart.conf",
      "  submit/basin plan conf/quickstart.conf --set seeds.count=1000",
      "  submit/basin plan conf/papers/kumar-haupt-2024/flow.conf --variant small"
    })
final class PlanVerb extends Verb {
  @Parameters(paramLabel = "SWEEP-FILE", description = "The sweep file to plan, in HOCON.")
  private Path file;

  @Mixin private SetOptions set;
  @Mixin private RetryOption retry;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SweepReader reader = set.reader(spec.commandLine().getErr());
    Sweep sweep = reader.read(file, set.variant(), set.settings());
    QueryCheck.check(sweep);
    if (!sweep.claims().isEmpty()) {
      var unused = Controls.of(set.reader(), file, set.variant(), set.settings(), sweep);
    }
    PrintWriter out = spec.commandLine().getOut();
    List<String> lines = new PlanText(sweep, output(), retry.verdicts()).lines();
    lines.forEach(out::println);
    VariantText.lines(reader.variants(file), set.variant()).forEach(out::println);
    MemoryText.lines(reader.largestTrial()).forEach(out::println);
    out.println();
    command("run").lines("Run it with: ").forEach(out::println);
    if (!sweep.claims().isEmpty()) {
      command("verify").lines("Check its claims with: ").forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private CommandText command(String verb) {
    return set.options(CommandText.of(verb).word(file)).output(output());
  }
}
