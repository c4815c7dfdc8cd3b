package org.basin.settings;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An expression of a sweep file: {@code 2.5 / optimiser_step_size}, {@code optimiser_kind == "sgd"
 * and model_width < 100}, {@code 5*relu(x1)^2}.
 *
 * <p>Operators, from the lowest precedence to the highest: {@code or ||}, {@code and &&}, {@code
 * not !}, {@code == != < <= > >=}, {@code + -}, {@code * / %}, unary {@code -}, {@code ^} (power,
 * from the right; {@code -x^2} is −(x²)). Functions: {@code relu sin cos tan tanh exp ln log sqrt
 * abs sign min max floor ceil round if}; {@code log} is {@code ln}; angles in radians; constants
 * {@code pi}, {@code e}, {@code true}, {@code false}. {@code and}, {@code or} and {@code if}
 * evaluate only what they need.
 *
 * <p>{@link #number}, {@link #truth} and {@link #value} compute {@code + - * /} and whole powers in
 * decimals of 34 digits, so that 2.5 / 5e-5 is 50000; {@link #at} computes in doubles. Functions
 * are those of {@link StrictMath}, which are the same on every machine. Safe for several threads.
 */
public final class Expression implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String text;
  private transient volatile Formula formula;

  private Expression(String text, Formula formula) {
    this.text = text;
    this.formula = formula;
  }

  /**
   * Parses an expression. *
   *
   * @param text the expression
   * @param variables the names that it may use in addition to the constants
   * @throws IllegalArgumentException if it cannot be parsed or uses another name; the message says
   *     in one line what is wrong
   */
  public static Expression compile(String text, Set<String> variables) {
    Expression expression = new Expression(text, Grammar.parse(text));
    for (String name : expression.variables()) {
      if (!variables.contains(name)) {
        throw new IllegalArgumentException(
            "knows no variable " + name + "; " + Nearest.hint(name, new TreeSet<>(variables)));
      }
    }
    return expression;
  }

  /** The names of the variables it uses, sorted. */
  public Set<String> variables() {
    Set<String> names = new TreeSet<>();
    formula().variables(names);
    return names;
  }

  /** The text literals in it, sorted. */
  public Set<String> texts() {
    Set<String> texts = new TreeSet<>();
    formula().texts(texts);
    return texts;
  }

  /**
   * The expression's value as a finite number.
   *
   * @param variables numbers, booleans and texts by name
   * @throws IllegalArgumentException if a variable has no value, if the value is not a number, or
   *     for a division by zero or an overflow
   */
  public double number(Map<String, ?> variables) {
    return Decimals.real(Decimals.number(value(variables::get)));
  }

  /**
   * The expression's value as a condition.
   *
   * @throws IllegalArgumentException if it has no value or is not a condition
   */
  public boolean truth(Map<String, ?> variables) {
    return truth(variables::get);
  }

  /**
   * The expression's value as a function of a point.
   *
   * @param x the coordinates, which are the variables x1 … xd; not modified
   * @return the value in double arithmetic, where conditions are 0 or 1; not finite if the function
   *     is not
   */
  public double at(double[] x) {
    return formula().at(x);
  }

  public boolean truth(Function<String, ?> variables) {
    return Decimals.truth(value(variables));
  }

  /** The expression's value: a {@link BigDecimal}, {@link Boolean} or {@link String}. */
  public Object value(Function<String, ?> variables) {
    return formula().value(variables);
  }

  private Formula formula() {
    Formula known = formula;
    if (known == null) {
      // It is null after deserialisation. If two threads both parse, the result is the same.
      known = Grammar.parse(text);
      formula = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return text;
  }
}
