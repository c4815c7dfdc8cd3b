package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bash completes by the script of {@code basin completion}. */
class CompletionTest {

  @TempDir private Path folder;

  /** What bash offers for the last of the words. */
  private String completed(String... words) throws Exception {
    StringWriter out = new StringWriter();
    assertThat(Basin.execute(new PrintWriter(out), new PrintWriter(out), "completion")).isZero();
    Path script = Files.writeString(folder.resolve("basin-completion"), out.toString());
    String line = String.join(" ", words);
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source "
                    + script
                    + "; COMP_WORDS=("
                    + line
                    + (words[words.length - 1].isEmpty() ? " ''" : "")
                    + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE='"
                    + line
                    + "'; COMP_POINT=${#COMP_LINE}; "
                    + "f=$(complete -p basin | sed 's/.*-F \\([^ ]*\\).*/\\1/'); "
                    + "$f basin 2> /dev/null; echo \"${COMPREPLY[*]}\"")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String text = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void verbs_options_andKinds_areCompleted() throws Exception {
    assertThat(completed("basin", "expl")).isEqualTo("explain");
    assertThat(completed("basin", "run", "--var")).isEqualTo("--variant");
    assertThat(completed("basin", "explain", "optimiser.ad")).isEqualTo("optimiser.adam");
  }

  @Test
  void sweepFiles_areCompleted() throws Exception {
    Files.writeString(folder.resolve("my-sweep.conf"), "");
    assertThat(completed("basin", "plan", "my-")).isEqualTo("my-sweep.conf");
  }
}
