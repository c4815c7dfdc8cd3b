package org.basin.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** The computation of an operator or function of an expression. */
interface Operation {

  Object value(List<Formula> arguments, Function<String, ?> variables);

  double at(List<Formula> arguments, double[] x);

  private static double real(boolean truth) {
    return truth ? 1 : 0;
  }

  /** A function of one number, computed in doubles. */
  static Operation unary(DoubleUnaryOperator function) {
    return new Operation() {
      @Override
      public Object value(List<Formula> arguments, Function<String, ?> variables) {
        BigDecimal x = Decimals.number(arguments.get(0).value(variables));
        return Decimals.finite(function.applyAsDouble(Decimals.real(x)));
      }

      @Override
      public double at(List<Formula> arguments, double[] x) {
        return function.applyAsDouble(arguments.get(0).at(x));
      }
    };
  }

  /** Arithmetic on two or more numbers, from the left. */
  static Operation arithmetic(BinaryOperator<BigDecimal> exact, DoubleBinaryOperator function) {
    return new Operation() {
      @Override
      public Object value(List<Formula> arguments, Function<String, ?> variables) {
        BigDecimal result = Decimals.number(arguments.get(0).value(variables));
        for (int i = 1; i < arguments.size(); i++) {
          BigDecimal next = Decimals.number(arguments.get(i).value(variables));
          result = Decimals.bounded(exact.apply(result, next));
        }
        return result;
      }

      @Override
      public double at(List<Formula> arguments, double[] x) {
        double result = arguments.get(0).at(x);
        for (int i = 1; i < arguments.size(); i++) {
          result = function.applyAsDouble(result, arguments.get(i).at(x));
        }
        return result;
      }
    };
  }

  /** The negation {@code −x}. */
  static Operation negation() {
    return new Operation() {
      @Override
      public Object value(List<Formula> arguments, Function<String, ?> variables) {
        return Decimals.number(arguments.get(0).value(variables)).negate();
      }

      @Override
      public double at(List<Formula> arguments, double[] x) {
        return -arguments.get(0).at(x);
      }
    };
  }

  /** Whether two numbers have the order −1, 0 or 1 that is tested for; false if one is NaN. */
  static Operation order(IntPredicate holds) {
    return new Operation() {
      @Override
      public Object value(List<Formula> arguments, Function<String, ?> variables) {
        BigDecimal a = Decimals.number(arguments.get(0).value(variables));
        return holds.test(a.compareTo(Decimals.number(arguments.get(1).value(variables))));
      }

      @Override
      public double at(List<Formula> arguments, double[] x) {
        double a = arguments.get(0).at(x);
        double b = arguments.get(1).at(x);
        int order = a < b ? -1 : a > b ? 1 : 0;
        return real(!Double.isNaN(a) && !Double.isNaN(b) && holds.test(order));
      }
    };
  }

  /** Whether two values are equal, or with {@code same} false whether they differ. */
  static Operation equality(boolean same) {
    return new Operation() {
      @Override
      public Object value(List<Formula> arguments, Function<String, ?> variables) {
        Object a = arguments.get(0).value(variables);
        return Decimals.equal(a, arguments.get(1).value(variables)) == same;
      }

      @Override
      public double at(List<Formula> arguments, double[] x) {
        return real((arguments.get(0).at(x) == arguments.get(1).at(x)) == same);
      }
    };
  }

  /** {@code and}, which stops at a false argument, or {@code or}, which stops at a true one. */
  static Operation logic(boolean decisive) {
    return new Operation() {
      @Override
      public Object value(List<Formula> arguments, Function<String, ?> variables) {
        boolean first = Decimals.truth(arguments.get(0).value(variables));
        return first == decisive ? first : Decimals.truth(arguments.get(1).value(variables));
      }

      @Override
      public double at(List<Formula> arguments, double[] x) {
        boolean first = arguments.get(0).at(x) != 0;
        return real(first == decisive ? first : arguments.get(1).at(x) != 0);
      }
    };
  }

  /** The logical {@code not}. */
  static Operation not() {
    return new Operation() {
      @Override
      public Object value(List<Formula> arguments, Function<String, ?> variables) {
        return !Decimals.truth(arguments.get(0).value(variables));
      }

      @Override
      public double at(List<Formula> arguments, double[] x) {
        return real(arguments.get(0).at(x) == 0);
      }
    };
  }

  /** The choice {@code if(condition, then, else)}. */
  static Operation choice() {
    return new Operation() {
      @Override
      public Object value(List<Formula> arguments, Function<String, ?> variables) {
        boolean condition = Decimals.truth(arguments.get(0).value(variables));
        return arguments.get(condition ? 1 : 2).value(variables);
      }

      @Override
      public double at(List<Formula> arguments, double[] x) {
        return arguments.get(arguments.get(0).at(x) != 0 ? 1 : 2).at(x);
      }
    };
  }
}
