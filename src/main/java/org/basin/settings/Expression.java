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
 * <p>Operators, loosest first: {@code or ||}, {@code and &&}, {@code not !}, {@code == != < <= >
 * >=}, {@code + -}, {@code * / %}, unary {@code -}, {@code ^} (power, from the right; {@code -x^2}
 * is −(x²)). Functions: {@code relu sin cos tan tanh exp ln log sqrt abs sign min max floor ceil
 * round if}; {@code log} is {@code ln}; angles in radians; constants {@code pi}, {@code e}, {@code
 * true}, {@code false}. {@code and}, {@code or} and {@code if} look only at what they need.
 *
 * <p>{@link #number}, {@link #truth} and {@link #value} compute {@code + - * /} and whole powers in
 * decimals of 34 digits, so that 2.5 / 5e-5 is 50000; {@link #at} computes in doubles. Functions
 * are those of {@link StrictMath}, the same on every machine. Safe for use by several threads.
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
   * Reads an expression.
   *
   * @param text the expression
   * @param variables the names it may use, besides the constants
   * @throws IllegalArgumentException if it cannot be parsed or uses another name, with what is
   *     wrong in one line
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

  /** The variables it uses, sorted. */
  public Set<String> variables() {
    Set<String> names = new TreeSet<>();
    formula().variables(names);
    return names;
  }

  /** The texts that are written in it, sorted. */
  public Set<String> texts() {
    Set<String> texts = new TreeSet<>();
    formula().texts(texts);
    return texts;
  }

  /**
   * Its value as a finite number.
   *
   * @param variables numbers, booleans and texts by name
   * @throws IllegalArgumentException if it has none: a variable without value, a division by zero,
   *     an overflow, a value that is not a number
   */
  public double number(Map<String, ?> variables) {
    return Decimals.real(Decimals.number(value(variables::get)));
  }

  /**
   * Its value as a condition.
   *
   * @throws IllegalArgumentException if it has none
   */
  public boolean truth(Map<String, ?> variables) {
    return truth(variables::get);
  }

  /**
   * Its value as a function of a point.
   *
   * @param x the coordinates, its variables x1 … xd. Not modified.
   * @return in double arithmetic, conditions counting as 0 and 1; not finite where the function is
   *     not
   */
  public double at(double[] x) {
    return formula().at(x);
  }

  public boolean truth(Function<String, ?> variables) {
    return Decimals.truth(value(variables));
  }

  /** Its value: a {@link BigDecimal}, {@link Boolean} or {@link String}. */
  public Object value(Function<String, ?> variables) {
    return formula().value(variables);
  }

  private Formula formula() {
    Formula known = formula;
    if (known == null) {
      // After deserialisation; two threads may both parse, to the same effect.
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
