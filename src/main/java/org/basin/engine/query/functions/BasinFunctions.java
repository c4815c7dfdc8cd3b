package org.basin.engine.query.functions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.SimpleAnalyzer$;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder$;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.errors.QueryCompilationErrors;
import org.apache.spark.sql.execution.aggregate.ScalaAggregator;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The SQL functions that Basin has beside Spark's. */
public final class BasinFunctions {

  /** What each function is, those of rows first. */
  public static final List<FunctionText> TEXTS =
      Stream.of(
              IntervalFunctions.TEXTS,
              LocationFunctions.TEXTS,
              SurvivalFunctions.TEXTS,
              SlopeFunctions.TEXTS)
          .flatMap(List::stream)
          .toList();

  private static final Set<String> NAMES =
      TEXTS.stream().map(FunctionText::name).collect(Collectors.toUnmodifiableSet());

  private BasinFunctions() {}

  /** Registers the functions with {@code functions}, and returns their names. */
  public static Set<String> register(FunctionRegistry functions, FunctionSettings settings) {
    IntervalFunctions.register(functions, settings.level());
    Map<String, Map<Integer, AggregateFunction>> byCount = new TreeMap<>();
    Stream.of(
            LocationFunctions.all(settings),
            SurvivalFunctions.all(settings),
            SlopeFunctions.all(settings))
        .flatMap(List::stream)
        .forEach(
            each ->
                byCount
                    .computeIfAbsent(each.name(), name -> new TreeMap<>())
                    .put(each.inputs().length(), each));
    byCount.forEach(
        (name, forms) ->
            functions.createOrReplaceTempFunction(
                name, arguments -> call(name, forms, arguments), "java_udf"));
    return NAMES;
  }

  private static Expression call(
      String name, Map<Integer, AggregateFunction> forms, Seq<Expression> arguments) {
    AggregateFunction form = forms.get(arguments.size());
    if (form == null) {
      List<Object> counts = List.copyOf(forms.keySet());
      BasinFunctions.<RuntimeException>raise(
          QueryCompilationErrors.wrongNumArgsError(
              name, CollectionConverters.asScala(counts).toSeq(), arguments.size(), "", "", ""));
    }
    // Spark resolves encoders by a rule of a session; queries are analysed without one.
    return new ScalaAggregator<>(
        arguments,
        form,
        encoder(Encoders.row(form.inputs())),
        encoder(form.bufferEncoder()),
        true,
        true,
        0,
        0,
        Option.apply(name));
  }

  /** Throws Spark's exception, which is checked, from a lambda that Scala calls. */
  @SuppressWarnings("unchecked") // The cast is erased.
  private static <E extends Throwable> void raise(Throwable e) throws E {
    throw (E) e;
  }

  private static <T> ExpressionEncoder<T> encoder(Encoder<T> encoder) {
    // Spark 3.5 has made it already.
    ExpressionEncoder<T> open =
        encoder instanceof ExpressionEncoder<T> made
            ? made
            : ExpressionEncoder$.MODULE$.apply((AgnosticEncoder<T>) encoder);
    List<Attribute> columns =
        List.copyOf(CollectionConverters.asJava(DataTypeUtils.toAttributes(open.schema())));
    return open.resolveAndBind(
        CollectionConverters.asScala(columns).toSeq(), SimpleAnalyzer$.MODULE$);
  }

  /** Whether {@code expression} is a call of one of the functions. */
  public static boolean isCall(Expression expression) {
    if (expression instanceof ScalaAggregator<?, ?, ?> call) {
      return call.agg() instanceof AggregateFunction;
    }
    return expression instanceof ScalaUDF call
        && call.udfName().exists(NAMES::contains)
        && call.function().getClass().getName().startsWith("org.apache.spark.sql.");
  }
}
