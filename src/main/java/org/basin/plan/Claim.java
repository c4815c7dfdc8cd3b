package org.basin.plan;

import java.io.Serializable;
import java.util.List;

/**
 * A statement about a sweep's tables that holds or fails.
 *
 * @param name the claim's name, unique in the sweep, in kebab case
 * @param says the statement, as a sentence
 * @param source the publication and the place in it that make the statement; empty if only the
 *     sweep's author does
 * @param sql a query over the tables. Each row of its result is a reading. It has a boolean column
 *     {@code holds}, which is null if there is not enough data, and may have the columns {@code
 *     reading} (text), {@code effect}, {@code low}, {@code high} (numbers) and {@code n} (a count)
 * @param control overrides of the form {@code path=value} with which the claim must fail; empty if
 *     there is no control
 * @param place the file and line where the query is written
 */
public record Claim(
    String name, String says, String source, String sql, List<String> control, String place)
    implements Serializable {

  public Claim {
    control = List.copyOf(control);
  }

  /** Whether the claim has a control. */
  public boolean hasControl() {
    return !control.isEmpty();
  }
}
