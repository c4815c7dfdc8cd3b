package org.basin.engine.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.SparkThrowable;
import org.basin.settings.Nearest;
import org.basin.spark.SparkInternals;

/** Turns Spark's error about a wrong query into one line of plain English. */
public final class QueryErrors {

  private static final String COLUMN = "UNRESOLVED_COLUMN";
  private static final String FIELD = "FIELD_NOT_FOUND";

  private QueryErrors() {}

  /** Returns the line for {@code failure}, which Spark threw while it analysed a query. */
  static String line(SparkThrowable failure, String message, ParsedRules rules) {
    String condition =
        SparkInternals.condition(failure) == null ? "" : SparkInternals.condition(failure);
    Map<String, String> values = failure.getMessageParameters();
    String place = place(message);
    if (condition.startsWith(COLUMN)) {
      return column(plain(values.get("objectName")), values.getOrDefault("proposal", "")) + place;
    }
    if (condition.equals(FIELD)) {
      return column(plain(values.get("fieldName")), values.getOrDefault("fields", "")) + place;
    }
    if (condition.equals("TABLE_OR_VIEW_NOT_FOUND")) {
      return rules.unknown(plain(values.get("relationName")), place).getMessage();
    }
    if (condition.startsWith("WRONG_NUM_ARGS") && values.containsKey("expectedNum")) {
      return plain(values.get("functionName"))
          + " takes "
          + values.get("expectedNum").replaceAll("[\\[\\]]", "").replace(", ", " or ")
          + " arguments and has "
          + values.get("actualNum")
          + place;
    }
    if (condition.equals("DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE")) {
      return type(values) + place;
    }
    return line(message);
  }

  private static String type(Map<String, String> values) {
    String call = plain(unquoted(values.get("sqlExpr")));
    return call.replaceFirst("\\(.*", "")
        + ": argument "
        + unquoted(values.get("inputSql")).replaceFirst("^.*\\.", "")
        + " is "
        + lower(values.get("inputType"))
        + ", must be "
        + lower(values.get("requiredType"));
  }

  private static String unquoted(String text) {
    return text == null ? "" : text.replace("\"", "");
  }

  private static String lower(String type) {
    return unquoted(type).toLowerCase(Locale.ROOT);
  }

  private static String column(String name, String proposal) {
    List<String> near =
        Arrays.stream(proposal.split(", "))
            .map(QueryErrors::plain)
            .filter(each -> !each.isEmpty())
            .toList();
    String hint =
        Nearest.to(name, near)
            .map(each -> "; did you mean " + each + "?")
            .orElse(near.isEmpty() ? "" : "; nearest are " + String.join(", ", near));
    return name + " is no column here" + hint;
  }

  private static String plain(String name) {
    return name == null ? "" : name.replace("`", "").strip();
  }

  /** The place in the query that Spark's message ends with. */
  private static String place(String message) {
    java.util.regex.Matcher at =
        java.util.regex.Pattern.compile("line (\\d+),? pos (\\d+)").matcher(message);
    return at.find() ? " (line " + at.group(1) + ", position " + at.group(2) + ")" : "";
  }

  /**
   * Returns the first line of {@code message} without its error class, its SQLSTATE and the plan
   * that follows.
   */
  public static String line(String message) {
    String first = message == null ? "" : message.strip().lines().findFirst().orElse("");
    return first
        .replaceFirst("^\\[[A-Z0-9_.]+] *", "")
        .replaceFirst(" *SQLSTATE: *\\w+;?", "")
        .replaceFirst(";? *\\(?line (\\d+),? pos (\\d+)\\)?;?$", " (line $1, position $2)");
  }
}
