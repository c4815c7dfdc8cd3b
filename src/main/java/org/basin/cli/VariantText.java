package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import org.basin.cli.text.Paragraph;
import org.basin.config.Variant;

/** The variants of a sweep file, for who may choose one. */
final class VariantText {
  private static final String INDENT = "    ";

  private VariantText() {}

  /**
   * A heading, then for each variant its option and what it says; no line if there are none.
   *
   * @param chosen the variant that is planned; empty if none is
   */
  static List<String> lines(List<Variant> variants, String chosen) {
    List<String> lines = new ArrayList<>();
    if (!variants.isEmpty()) {
      lines.add("");
      lines.add("Variants of this file:");
    }
    for (Variant variant : variants) {
      boolean isChosen = variant.name().equals(chosen);
      lines.add("  --variant " + variant.name() + (isChosen ? " (planned here)" : ""));
      lines.addAll(Paragraph.lines(INDENT, variant.says()));
    }
    return lines;
  }
}
