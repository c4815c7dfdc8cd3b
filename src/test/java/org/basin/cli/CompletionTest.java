package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an interactive bash in a pseudo-terminal completes by the script of {@code basin
 * completion}. A function in the place of {@code basin} prints the words that bash hands to it.
 */
class CompletionTest {
  private static final Path PSEUDO_TERMINAL = Path.of("/usr/bin/script");
  private static final Pattern HANDED = Pattern.compile("<<(.*?)>>");

  @TempDir private Path folder;

  /** Makes the files and sweeps whose names are completed. */
  @BeforeEach
  void files() throws Exception {
    Files.writeString(folder.resolve("two words.conf"), "");
    Files.writeString(folder.resolve("my-notes.txt"), "");
    Files.writeString(
        folder.resolve("my-sweep.conf"),
        """
        sweep {
          claims = [ { name = drawn-not } ]
          figures = [
            { name = drawn-one, title = "a [title]" }
            { name = "drawn-two" }
          ]
          hitting-times = [ { name = drawn-never } ]
        }
        """);
    Files.createDirectories(folder.resolve("output/quickstart"));
    Files.createDirectories(folder.resolve("elsewhere/depths"));
  }

  /** Types each line, a tabulator and the return key, and returns the words that basin gets. */
  private List<String> completed(String... lines) throws Exception {
    assumeTrue(
        Files.isExecutable(PSEUDO_TERMINAL) && "Linux".equals(System.getProperty("os.name")));
    StringWriter out = new StringWriter();
    assertThat(Basin.execute(new PrintWriter(out), new PrintWriter(out), "completion")).isZero();
    Path start =
        Files.writeString(
            folder.resolve(".start"),
            out + "basin() { printf '<<'; printf '%s|' \"$@\"; printf '>>\\n'; }\n");
    ProcessBuilder builder =
        new ProcessBuilder(
                PSEUDO_TERMINAL.toString(),
                "-qec",
                "bash --noprofile --rcfile '" + start + "' -i",
                "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("INPUTRC", "/dev/null");
    builder.environment().put("TERM", "dumb");
    Process bash = builder.start();
    String typed = String.join("\t\n", lines) + "\t\nexit\n";
    bash.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
    bash.getOutputStream().flush();
    String text = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    List<String> handed = new ArrayList<>();
    for (Matcher matcher = HANDED.matcher(text); matcher.find(); ) {
      handed.add(matcher.group(1).replaceAll("\\|$", "").replace('|', ' '));
    }
    assertThat(handed).as(text).hasSameSizeAs(lines);
    return handed;
  }

  @Test
  void verbs_options_andKinds_areCompleted() throws Exception {
    assertThat(
            completed(
                "basin expl",
                "basin run --var",
                "basin explain optimiser.ad",
                "basin help exit",
                "basin sql --format c",
                "basin --master local[2] explain optimiser.ad"))
        .containsExactly(
            "explain",
            "run --variant",
            "explain optimiser.adam",
            "help exit-status",
            "sql --format csv",
            "--master local[2] explain optimiser.adam");
  }

  @Test
  void eachOptionOfNew_hasItsOwnKinds() throws Exception {
    assertThat(
            completed(
                "basin new --model deep",
                "basin new --model=deep",
                "basin new x --init pla",
                "basin new --model two-layer --loss softm"))
        .containsExactly(
            "new --model deep-linear",
            "new --model=deep-linear",
            "new x --init placed-neurons",
            "new --model two-layer --loss softmax-cross-entropy");
  }

  @Test
  void sweepFiles_areCompleted_andNoOtherFiles() throws Exception {
    assertThat(
            completed(
                "basin plan my-",
                "basin report my-",
                "basin run two",
                "basin run \"two",
                "basin plan --set seeds.count=2 my-",
                "basin import elsewhere my-",
                "basin plan my-n"))
        .containsExactly(
            "plan my-sweep.conf",
            "report my-sweep.conf",
            "run two words.conf",
            "run two words.conf",
            "plan --set seeds.count=2 my-sweep.conf",
            "import elsewhere my-sweep.conf",
            "plan my-n");
  }

  @Test
  void sweepsInTheOutputFolder_andFigures_areCompleted() throws Exception {
    assertThat(
            completed(
                "basin plot quick",
                "basin compare quickstart quick",
                "basin sql --sweep quick",
                "basin status --output elsewhere dep",
                "basin plot my-sweep.conf --figure drawn-o",
                "basin plot my-sweep.conf --figure drawn-tw",
                "basin plot my-sweep.conf --figure drawn-n"))
        .containsExactly(
            "plot quickstart",
            "compare quickstart quickstart",
            "sql --sweep quickstart",
            "status --output elsewhere depths",
            "plot my-sweep.conf --figure drawn-one",
            "plot my-sweep.conf --figure drawn-two",
            "plot my-sweep.conf --figure drawn-n");
  }
}
