package org.basin.config;

import java.util.List;

/** A configuration that cannot be run. Holds one line for each thing wrong with it. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /**
   * @param problems at least one, each a full line: {@code file:line: path is …, must be …}
   */
  public ConfigException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
