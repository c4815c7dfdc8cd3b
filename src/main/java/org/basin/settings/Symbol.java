package org.basin.settings;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import java.util.List;

/**
 * An operator or function for EvalEx's parser. EvalEx never evaluates it; {@link Formula} does.
 *
 * @param place its position relative to its arguments
 * @param precedence the precedence of an operator; a higher one binds tighter
 * @param least the min number of arguments
 * @param most the max number of arguments
 * @param operation the function that it computes
 */
record Symbol(Place place, int precedence, int least, int most, Operation operation)
    implements OperatorIfc, FunctionIfc {

  enum Place {
    PREFIX,
    INFIX,
    FUNCTION
  }

  /** The only operator that groups from the right. */
  static final int POWER = 40;

  String arity() {
    return least == most ? "" + least : least + " to " + most;
  }

  @Override
  public int getPrecedence() {
    return precedence;
  }

  @Override
  public int getPrecedence(ExpressionConfiguration configuration) {
    return precedence;
  }

  @Override
  public boolean isLeftAssociative() {
    return precedence != POWER;
  }

  @Override
  public boolean isPrefix() {
    return place == Place.PREFIX;
  }

  @Override
  public boolean isPostfix() {
    return false;
  }

  @Override
  public boolean isInfix() {
    return place == Place.INFIX;
  }

  @Override
  public boolean isOperandLazy() {
    return false;
  }

  @Override
  public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
    // EvalEx allows any number of arguments; Grammar checks the count, so that errors name the
    // function.
    return List.of(FunctionParameterDefinition.builder().name("x").isVarArg(true).build());
  }

  @Override
  public boolean hasVarArgs() {
    return true;
  }

  @Override
  public int getCountOfNonVarArgParameters() {
    return 0;
  }

  @Override
  public void validatePreEvaluation(Token token, EvaluationValue... values) {
    // Nothing is evaluated.
  }

  @Override
  public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) {
    throw new UnsupportedOperationException("only parsed by EvalEx");
  }
}
