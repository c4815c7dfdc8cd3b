package org.basin.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A parsed expression, which can be evaluated in decimals and in doubles. Immutable. */
sealed interface Formula {

  /** The value in decimals: a {@link BigDecimal}, Boolean or String. */
  Object value(Function<String, ?> variables);

  /** The value in doubles, for variables x1 … xd. */
  double at(double[] x);

  /** Adds the names of its variables. */
  void variables(Set<String> names);

  /** Adds its text literals. */
  void texts(Set<String> texts);

  /** A literal. */
  record Constant(Object value, double real) implements Formula {

    @Override
    public Object value(Function<String, ?> variables) {
      return value;
    }

    @Override
    public double at(double[] x) {
      return real;
    }

    @Override
    public void variables(Set<String> names) {
      // Has none.
    }

    @Override
    public void texts(Set<String> texts) {
      if (value instanceof String text) {
        texts.add(text);
      }
    }
  }

  /**
   * A name.
   *
   * @param coordinate the index of x1 … xd, counted from 0; −1 if the name is none of them
   */
  record Variable(String name, int coordinate) implements Formula {

    @Override
    public Object value(Function<String, ?> variables) {
      return Decimals.of(name, variables.apply(name));
    }

    @Override
    public double at(double[] x) {
      if (coordinate < 0 || coordinate >= x.length) {
        throw new IllegalArgumentException(name + " is not one of x1 … x" + x.length);
      }
      return x[coordinate];
    }

    @Override
    public void variables(Set<String> names) {
      names.add(name);
    }

    @Override
    public void texts(Set<String> texts) {
      // Has none.
    }
  }

  /** A function or an operator with its arguments. */
  record Call(Operation operation, List<Formula> arguments) implements Formula {

    @Override
    public Object value(Function<String, ?> variables) {
      return operation.value(arguments, variables);
    }

    @Override
    public double at(double[] x) {
      return operation.at(arguments, x);
    }

    @Override
    public void variables(Set<String> names) {
      arguments.forEach(argument -> argument.variables(names));
    }

    @Override
    public void texts(Set<String> texts) {
      arguments.forEach(argument -> argument.texts(texts));
    }
  }
}
