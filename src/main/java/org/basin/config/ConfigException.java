package org.basin.config;

import java.util.List;

/** A configuration that cannot be run. It holds one line for each problem. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /**
   * Makes an exception with the given problems.
   *
   * @param problems at least one, each a whole line: {@code file:line: path is …, must be …}
   */
  public ConfigException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
