package org.basin.settings;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses text to a formula. EvalEx reads the text with Basin's operators and functions. */
final class Grammar {

  private static final int NEGATION = 35;
  private static final int NOT = 3;

  private static final Map<String, Symbol> INFIX = new TreeMap<>();
  private static final Map<String, Symbol> PREFIX = new TreeMap<>();
  private static final Map<String, Symbol> FUNCTIONS = new TreeMap<>();
  private static final Map<String, Formula.Constant> CONSTANTS =
      Map.of(
          "pi", new Formula.Constant(BigDecimal.valueOf(Math.PI), Math.PI),
          "e", new Formula.Constant(BigDecimal.valueOf(Math.E), Math.E),
          "true", new Formula.Constant(true, 1),
          "false", new Formula.Constant(false, 0));

  /** Matches a quoted text, or a power operator followed by a sign. */
  private static final Pattern SIGNED_POWER = Pattern.compile("\"[^\"]*\"|'[^']*'|\\^\\s+-");

  private static final Pattern COORDINATE = Pattern.compile("x([1-9][0-9]{0,6})");

  static {
    infix("||", 1, Operation.logic(true));
    infix("or", 1, Operation.logic(true));
    infix("&&", 2, Operation.logic(false));
    infix("and", 2, Operation.logic(false));
    infix("==", 5, Operation.equality(true));
    infix("!=", 5, Operation.equality(false));
    infix("<", 6, Operation.order(order -> order < 0));
    infix("<=", 6, Operation.order(order -> order <= 0));
    infix(">", 6, Operation.order(order -> order > 0));
    infix(">=", 6, Operation.order(order -> order >= 0));
    infix("+", 20, Operation.arithmetic((a, b) -> a.add(b, Decimals.CONTEXT), (a, b) -> a + b));
    infix(
        "-", 20, Operation.arithmetic((a, b) -> a.subtract(b, Decimals.CONTEXT), (a, b) -> a - b));
    infix(
        "*", 30, Operation.arithmetic((a, b) -> a.multiply(b, Decimals.CONTEXT), (a, b) -> a * b));
    infix("/", 30, Operation.arithmetic(Decimals::divide, (a, b) -> a / b));
    infix("%", 30, Operation.arithmetic(Decimals::remainder, (a, b) -> a % b));
    infix("^", Symbol.POWER, Operation.arithmetic(Decimals::power, Grammar::power));
    // EvalEx would end the power at the sign, which has a lower precedence; so "^-" is an operator.
    infix(
        "^-",
        Symbol.POWER,
        Operation.arithmetic(
            (a, b) -> Decimals.power(a, b.negate()), (a, b) -> Grammar.power(a, -b)));
    PREFIX.put("-", new Symbol(Symbol.Place.PREFIX, NEGATION, 1, 1, Operation.negation()));
    PREFIX.put("!", new Symbol(Symbol.Place.PREFIX, NOT, 1, 1, Operation.not()));
    PREFIX.put("not", new Symbol(Symbol.Place.PREFIX, NOT, 1, 1, Operation.not()));
    // Math.max is not used, because relu of NaN must be NaN and relu of -0.0 must be 0.
    function("relu", 1, 1, Operation.unary(x -> x <= 0 ? 0 : x));
    function("sin", 1, 1, Operation.unary(StrictMath::sin));
    function("cos", 1, 1, Operation.unary(StrictMath::cos));
    function("tan", 1, 1, Operation.unary(StrictMath::tan));
    function("tanh", 1, 1, Operation.unary(StrictMath::tanh));
    function("exp", 1, 1, Operation.unary(StrictMath::exp));
    function("ln", 1, 1, Operation.unary(StrictMath::log));
    function("log", 1, 1, Operation.unary(StrictMath::log));
    function("sqrt", 1, 1, Operation.unary(StrictMath::sqrt));
    function("abs", 1, 1, Operation.unary(StrictMath::abs));
    function("sign", 1, 1, Operation.unary(StrictMath::signum));
    function("floor", 1, 1, Operation.unary(StrictMath::floor));
    function("ceil", 1, 1, Operation.unary(StrictMath::ceil));
    function("round", 1, 1, Operation.unary(x -> StrictMath.floor(x + 0.5)));
    function("min", 1, 9, Operation.arithmetic(BigDecimal::min, StrictMath::min));
    function("max", 1, 9, Operation.arithmetic(BigDecimal::max, StrictMath::max));
    function("if", 3, 3, Operation.choice());
  }

  private static final ExpressionConfiguration CONFIGURATION = configuration();

  private Grammar() {}

  /**
   * @throws IllegalArgumentException if it cannot be parsed; the message says in one line what is
   *     wrong
   */
  static Formula parse(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("is empty");
    }
    try {
      String joined = SIGNED_POWER.matcher(text).replaceAll(Grammar::join);
      return formula(new Expression(joined, CONFIGURATION).getAbstractSyntaxTree());
    } catch (ParseException e) {
      throw new IllegalArgumentException(message(e), e);
    }
  }

  private static String join(MatchResult found) {
    return found.group().startsWith("^") ? "^-" : Matcher.quoteReplacement(found.group());
  }

  private static String message(ParseException e) {
    String message = e.getMessage();
    String lower = message.toLowerCase(Locale.ROOT);
    String token = String.valueOf(e.getTokenString());
    String hint =
        lower.startsWith("undefined function")
            ? "; " + Nearest.hint(token, FUNCTIONS.keySet())
            : lower.contains("'.'") ? "; write a path with _ for . and -" : "";
    return "cannot be read at position " + e.getStartPosition() + ": " + message + hint;
  }

  private static Formula formula(ASTNode node) {
    Token token = node.getToken();
    List<Formula> arguments = new ArrayList<>();
    for (ASTNode parameter : node.getParameters()) {
      arguments.add(formula(parameter));
    }
    return switch (token.getType()) {
      case NUMBER_LITERAL -> number(token.getValue());
      case STRING_LITERAL -> new Formula.Constant(token.getValue(), Double.NaN);
      case VARIABLE_OR_CONSTANT -> name(token.getValue());
      case INFIX_OPERATOR -> call(INFIX, token, arguments);
      case PREFIX_OPERATOR -> call(PREFIX, token, arguments);
      case FUNCTION -> call(FUNCTIONS, token, arguments);
      default ->
          throw new IllegalArgumentException("cannot be read: unexpected " + token.getValue());
    };
  }

  private static Formula number(String digits) {
    try {
      BigDecimal value = Decimals.bounded(new BigDecimal(digits));
      return new Formula.Constant(value, Decimals.real(value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("cannot be read: " + digits + " is not a number", e);
    }
  }

  private static Formula name(String name) {
    Formula constant = CONSTANTS.get(name);
    if (constant != null) {
      return constant;
    }
    Matcher matcher = COORDINATE.matcher(name);
    int coordinate = matcher.matches() ? Integer.parseInt(matcher.group(1)) - 1 : -1;
    return new Formula.Variable(name, coordinate);
  }

  private static Formula call(Map<String, Symbol> symbols, Token token, List<Formula> arguments) {
    String name = token.getValue().toLowerCase(Locale.ROOT);
    Symbol symbol = symbols.get(name);
    if (arguments.size() < symbol.least() || arguments.size() > symbol.most()) {
      throw new IllegalArgumentException(
          "gives " + name + " " + arguments.size() + " arguments, must be " + symbol.arity());
    }
    return new Formula.Call(symbol.operation(), List.copyOf(arguments));
  }

  /**
   * Computes x², the most common power, as x·x, which is correctly rounded and what other programs
   * compute.
   */
  private static double power(double a, double b) {
    return b == 2 ? a * a : StrictMath.pow(a, b);
  }

  private static void infix(String name, int precedence, Operation operation) {
    INFIX.put(name, new Symbol(Symbol.Place.INFIX, precedence, 2, 2, operation));
  }

  private static void function(String name, int least, int most, Operation operation) {
    FUNCTIONS.put(name, new Symbol(Symbol.Place.FUNCTION, 0, least, most, operation));
  }

  private static ExpressionConfiguration configuration() {
    MapBasedOperatorDictionary operators = new MapBasedOperatorDictionary();
    INFIX.forEach(operators::addOperator);
    PREFIX.forEach(operators::addOperator);
    MapBasedFunctionDictionary functions = new MapBasedFunctionDictionary();
    FUNCTIONS.forEach(functions::addFunction);
    return ExpressionConfiguration.builder()
        .operatorDictionary(operators)
        .functionDictionary(functions)
        .defaultConstants(Map.of())
        .arraysAllowed(false)
        .structuresAllowed(false)
        .binaryAllowed(false)
        .implicitMultiplicationAllowed(false)
        .singleQuoteStringLiteralsAllowed(true)
        .build();
  }
}
