package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class VariantOptionTest {

  private static final String FILE = "src/test/resources/config/good/variants.conf";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int basin(String... arguments) {
    return Basin.execute(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void plan_listsVariants() {
    assertThat(basin("plan", FILE)).isZero();
    assertThat(out.toString())
        .contains(
            """

            Variants of this file:
              --variant large
                Wide.
              --variant short
                A tenth of the steps.
              --variant small
                In a second. Changed: seeds.count (2 for 3), axes, data.samples.
            """)
        .doesNotContain("run " + FILE + " --variant");
  }

  @Test
  void plan_ofAVariant_printsCommandsWithIt() {
    assertThat(basin("plan", FILE, "--variant", "small", "--set", "seeds.count=1")).isZero();
    // A command of several lines is one for a shell.
    assertThat(out.toString().replaceAll(" \\\\\n +", " "))
        .startsWith("Sweep variants-small\n")
        .contains(
            "  --variant small (planned here)\n",
            "basin run " + FILE + " --variant small --set seeds.count=1\n",
            "basin verify " + FILE + " --variant small --set seeds.count=1\n");
  }

  @Test
  void unknownVariant_isOneLine() {
    assertThat(basin("plan", FILE, "--variant", "smal")).isEqualTo(2);
    assertThat(err)
        .hasToString(
            FILE + ": has no variant smal; it has large, short, small; did you mean small?\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void variantOfNoFile_isOneLine() {
    assertThat(basin("aggregate", "variants", "--variant", "small")).isEqualTo(2);
    assertThat(err)
        .hasToString(
            "basin: --variant chooses from a sweep file; name one, or the sweep itself:"
                + " NAME-small\n");
  }
}
