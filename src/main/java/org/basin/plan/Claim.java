package org.basin.plan;

import java.io.Serializable;
import java.util.List;

/**
 * A statement about a sweep's tables that holds or fails.
 *
 * @param name tells claims apart; kebab case
 * @param says the statement, in a sentence
 * @param source who says so, and where; empty if nobody but the sweep's author
 * @param sql a query over the tables. Each row it yields is a reading: a boolean column {@code
 *     holds}, null for not enough data, and where given {@code reading} (text), {@code effect},
 *     {@code low}, {@code high} (numbers) and {@code n} (a count)
 * @param control overrides, {@code path=value} each, under which the claim must fail; empty for
 *     none
 * @param place where the query is written: file and line
 */
public record Claim(
    String name, String says, String source, String sql, List<String> control, String place)
    implements Serializable {

  public Claim {
    control = List.copyOf(control);
  }

  /** Whether there are settings under which the claim must fail. */
  public boolean hasControl() {
    return !control.isEmpty();
  }
}
