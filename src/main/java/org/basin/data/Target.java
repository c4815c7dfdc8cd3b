package org.basin.data;

import java.util.LinkedHashSet;
import java.util.Set;
import org.basin.linalg.Matrix;
import org.basin.settings.Expression;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** Labels given by an expression in the features x1 … xd, such as {@code 5*relu(x1)^2}. */
final class Target implements Teacher {

  private final String path;
  private final String text;
  private final Expression expression;

  /**
   * Compiles the target of a data section.
   *
   * @param section the data's settings, with the key {@code target}
   * @param inputs d
   * @throws SpecException if the expression is malformed or uses another variable
   */
  Target(Section section, int inputs) {
    path = section.path() + ".target";
    text = section.text("target");
    Set<String> variables = new LinkedHashSet<>();
    for (int i = 1; i <= inputs; i++) {
      variables.add("x" + i);
    }
    try {
      expression = Expression.compile(text, variables);
    } catch (IllegalArgumentException e) {
      throw new SpecException(path, "is \"" + text + "\": " + e.getMessage());
    }
  }

  @Override
  public int outputs() {
    return 1;
  }

  /**
   * Labels every input.
   *
   * @throws SpecException if the expression has no finite value at an input
   */
  @Override
  public void label(Matrix inputs, Matrix labels) {
    double[] x = new double[inputs.rows()];
    for (int c = 0; c < inputs.columns(); c++) {
      System.arraycopy(inputs.data(), c * x.length, x, 0, x.length);
      double label = valueAt(x);
      if (!Double.isFinite(label)) {
        throw new SpecException(path, "is " + label + at(x) + ", must be finite");
      }
      labels.set(0, c, label);
    }
  }

  private double valueAt(double[] x) {
    try {
      return expression.at(x);
    } catch (IllegalArgumentException e) {
      throw new SpecException(path, "is \"" + text + "\"" + at(x) + ": " + e.getMessage());
    }
  }

  private static String at(double[] x) {
    StringBuilder point = new StringBuilder(" at ");
    for (int i = 0; i < x.length; i++) {
      point.append(i == 0 ? "" : ", ").append('x').append(i + 1).append(" = ").append(x[i]);
    }
    return point.toString();
  }
}
