package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basin.testing.ReportPages;
import org.basin.testing.TinySweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code basin report} as a user types it: the command that a run names, and wrong places. */
class ReportIT {

  @TempDir static Path folder;

  @Test
  void report_isWrittenWhereItIsAsked_andReplacesNothingWithoutAWord() throws IOException {
    try (Program program = Program.in(folder)) {
      reportIsWrittenWhereItIsAsked(program);
    }
  }

  private static void reportIsWrittenWhereItIsAsked(Program program) throws IOException {
    Files.writeString(folder.resolve("tiny.conf"), TinySweep.of("tiny", 2, "values = [4, 5]", ""));
    Launched run = program.basin("run", "tiny.conf");
    assertThat(run.status()).isZero();
    assertThat(run.out()).containsPattern("\nReport: \\S*submit/basin report tiny\n");

    Launched first = program.basin("report", "tiny");
    assertThat(first.err()).isEmpty();
    assertThat(first.status()).isZero();
    assertThat(first.out()).startsWith("wrote tiny.html\nIt shows the tables published 20");
    assertThat(first.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    String page = Files.readString(folder.resolve("tiny.html"));
    assertThat(ReportPages.data(page).get("about").toString()).contains("4 of 4 are finished");

    Files.createDirectory(folder.resolve("pages"));
    Launched elsewhere = program.basin("report", "--to", "pages", "tiny.conf");
    assertThat(elsewhere.out()).startsWith("wrote pages/tiny.html\n");
    assertThat(folder.resolve("pages")).isDirectoryContaining("glob:**/tiny.html");

    Launched again = program.basin("report", "--to", "tiny.html");
    assertThat(again.out()).startsWith("replaced tiny.html\n");

    Launched nowhere = program.basin("report", "tiny", "--to", "none/page.html");
    assertThat(nowhere.status()).isEqualTo(2);
    assertThat(nowhere.err())
        .hasLineCount(1)
        .startsWith("basin: --to none/page.html: there is no folder ");
  }
}
