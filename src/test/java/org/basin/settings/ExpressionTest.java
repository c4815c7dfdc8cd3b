package org.basin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  private static final Map<String, Object> VALUES =
      Map.of("x1", 3.0, "x2", -2L, "kind", "sgd", "on", true, "eta", 5e-5);

  private static double number(String text) {
    return Expression.compile(text, VALUES.keySet()).number(VALUES);
  }

  private static boolean truth(String text) {
    return Expression.compile(text, VALUES.keySet()).truth(VALUES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.5 / eta | 50000",
        "0.1 + 0.2 | 0.3",
        "-x1^2 | -9",
        "(-x1)^2 | 9",
        "2^-1 | 0.5",
        "2^3^2 | 512",
        "2 ^ -1 | 0.5",
        "2^-3^2 | 0.001953125",
        "2 - 3 - 4 | -5",
        "2 * -x1 + 1 | -5",
        "-x1*x2 | 6",
        "8 / 4 / 2 | 1",
        "7 % 4 | 3",
        "4^0.5 | 2",
        "2^0.5 | 1.4142135623730951",
        "1e-3 * 1000 | 1",
        "relu(x2) + relu(x1) | 3",
        "5*relu(x1)^2 + 4*relu(-x1)^2 | 45",
        "min(x1, x2, 7) | -2",
        "max(x1, x2) | 3",
        "abs(x2) + sign(x2) | 1",
        "floor(2.5) + ceil(2.5) + round(2.5) | 8",
        "ln(e) + log(1) + exp(0) + sqrt(16) | 6",
        "sin(pi / 2) + cos(0) + tan(0) + tanh(0) | 2",
        "if(x1 > 0, 1, 1/0) | 1",
        "if(kind == 'sgd', x1, x2) | 3"
      })
  void number_followsMathematics(String text, double value) {
    assertThat(number(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kind == \"sgd\" | true",
        "kind != \"sgd\" | false",
        "x1 > 2 and x2 < 0 | true",
        "x1 > 2 && !on | false",
        "not on or x1 >= 3 | true",
        "not x1 == 4 | true",
        "on == true | true",
        "x1 <= 3 or 1/0 > 1 | true",
        "x1 < 3 and 1/0 > 1 | false",
        "0.1 * 3 == 0.3 | true",
        "true or false and false | true"
      })
  void truth_followsLogic(String text, boolean value) {
    assertThat(truth(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x1 / 0 | divides by zero",
        "ln(0) | not finite",
        "0^-1 | not finite",
        "10^999 | too large",
        "kind * 2 | has \"sgd\" where a number is needed",
        "kind == 2 | compares \"sgd\" with 2",
        "on | has true where a number is needed"
      })
  void number_thatHasNoValueSaysWhy(String text, String message) {
    assertThatThrownBy(() -> number(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x3 + 1 | knows no variable x3; did you mean x1?",
        "momentum + 1 | knows no variable momentum; known are eta, kind, on, x1, x2",
        "rellu(x1) | did you mean relu?",
        "sin(x1, x2) | gives sin 2 arguments, must be 1",
        "(x1 + 2 | cannot be read",
        "x1 + | cannot be read",
        "x1 x2 | cannot be read",
        "init.std | write a path with _",
        "x1 = 3 | cannot be read",
        "' ' | is empty"
      })
  void compile_saysWhatIsWrong(String text, String message) {
    String written = text.equals("' '") ? " " : text;
    assertThatThrownBy(() -> Expression.compile(written, VALUES.keySet()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void truth_understandsBothSpellingsOfOr() {
    assertThat(truth("x1 > 9 || on")).isTrue();
  }

  @Test
  void number_ofAVariableWithoutValueNamesIt() {
    assertThatThrownBy(() -> Expression.compile("a", Set.of("a")).number(Map.of()))
        .hasMessage("a has no value here");
  }

  @Test
  void at_computesInDoubles() {
    Set<String> names = Set.of("x1", "x2");
    Expression target = Expression.compile("5*relu(x1)^2 + 4*relu(-x1)^2", names);
    for (double x = -1; x < 1; x += 0.01) {
      double up = Math.max(x, 0);
      double down = Math.max(-x, 0);
      assertThat(target.at(new double[] {x, 0})).isEqualTo(5 * (up * up) + 4 * (down * down));
    }
    assertThat(Expression.compile("-x1^2", names).at(new double[] {3})).isEqualTo(-9);
    assertThat(Expression.compile("if(x1 > 0 and not x2 > 0, 1, 2)", names).at(new double[] {1, 1}))
        .isEqualTo(2);
    assertThat(Expression.compile("x1 / x2", names).at(new double[] {1, 0})).isInfinite();
    assertThat(Expression.compile("relu(x1)", names).at(new double[] {Double.NaN})).isNaN();
  }

  @Test
  void expression_survivesSerialisation() throws Exception {
    Expression expression = Expression.compile("x1^2 + 1", Set.of("x1"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(expression);
    }
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(((Expression) in.readObject()).at(new double[] {2})).isEqualTo(5);
  }
}
