package org.basin.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Checks a text before it is parsed: that it is text at all, how deeply its sections and lists are
 * nested, and how many there are. The parser makes one recursive call for each level, and copies a
 * section for each piece that extends it.
 */
final class Nesting {

  private final String name;
  private final String text;
  private final Limits limits;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int at;
  private int line = 1;
  private int depth;

  /** The number of dots in the path that is being read. Each dot is a level. */
  private int dots;

  private int sections;
  private int substitutions;

  private Nesting(String name, String text, Limits limits) {
    this.name = name;
    this.text = text;
    this.limits = limits;
  }

  /**
   * Checks {@code text}.
   *
   * @param name the name of the source, for the message
   * @throws ConfigException if the text is nested too deeply, or has a control character
   */
  static void check(String name, String text, Limits limits) {
    new Nesting(name, text, limits).scan();
  }

  private void scan() {
    boolean assigned = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        skipQuoted();
      } else if (c == '#' || text.startsWith("//", at)) {
        skipTo(text.indexOf('\n', at));
      } else {
        switch (c) {
          case '{', '[' -> {
            sections += c == '{' ? 1 : 0;
            open.push(dots + 1);
            dots = 0;
          }
          case '}', ']' -> {
            depth -= open.isEmpty() ? 0 : open.pop();
            dots = 0;
          }
          case ',' -> dots = 0;
          case '\n' -> dots = assigned ? dots : 0;
          case '.' -> dots++;
          case '=', ':' -> {
            sections += dots > 0 ? 1 : 0;
            substitutions += at > 0 && text.charAt(at - 1) == '+' ? 1 : 0;
          }
          case '$' -> substitutions++;
          default -> {}
        }
        if (c == '{' || c == '[') {
          depth += open.peek();
        }
        most(depth + dots, limits.depth(), "levels of sections and lists in one another", "depth");
        most(sections, limits.sections(), "sections", "sections");
        most(substitutions, limits.substitutions(), "substitutions", "substitutions");
        assigned = c == '=' || c == ':' || (assigned && Character.isWhitespace(c));
        step();
      }
    }
  }

  private void most(int count, int most, String what, String limit) {
    if (count > most) {
      throw wrong(Limits.beyond(most, what, limit));
    }
  }

  private void skipQuoted() {
    if (text.startsWith("\"\"\"", at)) {
      skipTo(text.indexOf("\"\"\"", at + 3) + 3);
      return;
    }
    step();
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      if (text.charAt(at) == '\\') {
        step();
      }
      step();
    }
    step();
  }

  /** Skips to {@code place}; to the end of the text if {@code place} is not ahead. */
  private void skipTo(int place) {
    int end = place <= at ? text.length() : place;
    while (at < end) {
      step();
    }
  }

  private void step() {
    if (at >= text.length()) {
      return;
    }
    char c = text.charAt(at);
    if (c == '\n') {
      line++;
    } else if (Character.isISOControl(c) && c != '\t' && c != '\r' && c != '\f') {
      throw wrong(
          "has the control character " + String.format("U+%04X", (int) c) + ", must be text");
    }
    at++;
  }

  private ConfigException wrong(String problem) {
    return new ConfigException(List.of(new Place(Place.shown(name), line) + ": " + problem));
  }
}
