package org.basin.cli.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.basin.cli.text.Paragraph;

/**
 * What a check found.
 *
 * @param subject what was looked at
 * @param level how bad it is
 * @param found what is there
 * @param fix what to do about it; empty if nothing
 */
public record Finding(String subject, Level level, String found, String fix) {
  private static final String COLUMN = " ".repeat(26);

  /** How bad a finding is. */
  public enum Level {
    OK("ok"),
    /** Basin works, but something is slow, lacking or about to fail. */
    WARNING("warning"),
    /** Basin cannot run sweeps like this. */
    PROBLEM("problem");

    private final String text;

    Level(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Nothing to mend. */
  public static Finding ok(String subject, String found) {
    return new Finding(subject, Level.OK, found, "");
  }

  /** Something that could be better. */
  static Finding warning(String subject, String found, String fix) {
    return new Finding(subject, Level.WARNING, found, fix);
  }

  /** Something that must be mended. */
  public static Finding problem(String subject, String found, String fix) {
    return new Finding(subject, Level.PROBLEM, found, fix);
  }

  /** For a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(Paragraph.lines(COLUMN, found));
    String label = String.format("%-9s%s", level, subject);
    lines.set(0, label + lines.get(0).substring(label.length()));
    if (!fix.isEmpty()) {
      lines.addAll(Paragraph.lines(COLUMN, "-> " + fix));
    }
    return lines;
  }

  /** For a program. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("subject", subject);
    fields.put("level", level.toString());
    fields.put("found", found);
    fields.put("fix", fix);
    return fields;
  }
}
