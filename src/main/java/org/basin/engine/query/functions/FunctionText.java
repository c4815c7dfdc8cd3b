package org.basin.engine.query.functions;

/**
 * What one of Basin's SQL functions is, for a person to read.
 *
 * @param name the function's name
 * @param arguments the arguments, as in a call; those that may be absent stand in brackets
 * @param meaning what the function gives, in a phrase
 */
public record FunctionText(String name, String arguments, String meaning) {

  /** Returns the call: {@code wilson_low(k, n)}. */
  public String call() {
    return name + "(" + arguments + ")";
  }
}
