package org.basin.engine.part;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.basin.engine.storage.JsonLine;
import org.basin.plan.Part;

/**
 * How the indices of a sweep are divided into parts. It is written once, by the part that comes
 * first, so that all parts are cut at the same places.
 *
 * @param number the number of the division; later ones have higher numbers
 * @param plan the plan that is divided
 * @param cuts the index at which each part begins, then the number of indices; not decreasing
 */
public record Division(long number, Plan plan, List<Long> cuts) {

  /**
   * What the parts of a division have in common.
   *
   * @param hash the hash of what decides about the trials
   * @param semantics the semantics version
   * @param configuration the resolved configuration, as HOCON
   */
  public record Plan(String hash, int semantics, String configuration) {

    boolean isSame(Plan other) {
      return hash.equals(other.hash) && semantics == other.semantics;
    }
  }

  public Division {
    cuts = List.copyOf(cuts);
  }

  /** The number of parts. */
  public int count() {
    return cuts.size() - 1;
  }

  /** The parts, in order. */
  public List<Part> parts() {
    return IntStream.rangeClosed(1, count()).mapToObj(number -> new Part(number, count())).toList();
  }

  /** The first index of a part. */
  public long from(Part part) {
    return cuts.get(part.number() - 1);
  }

  /** The index after the last of a part. */
  public long to(Part part) {
    return cuts.get(part.number());
  }

  /** Whether the parts are of {@code other}. */
  public boolean isOf(Plan other) {
    return plan.isSame(other);
  }

  /** Whether {@code part} of {@code other} is one of these parts. */
  boolean fits(Part part, Plan other) {
    return count() == part.count() && plan.isSame(other);
  }

  /** Returns the division as one line of JSON, which no other process writes. */
  String json() {
    return JsonLine.of(
            Map.of(
                "plan", plan.hash(),
                "semantics", plan.semantics(),
                "configuration", plan.configuration(),
                "cuts", cuts,
                "token", UUID.randomUUID().toString()))
        + "\n";
  }

  /** Reads what {@link #json} wrote; empty if it is damaged. */
  static Optional<Division> parse(long number, String json) {
    try {
      Config all = ConfigFactory.parseString(json);
      List<Long> cuts = all.getLongList("cuts");
      Plan plan =
          new Plan(all.getString("plan"), all.getInt("semantics"), all.getString("configuration"));
      return cuts.size() < 2 ? Optional.empty() : Optional.of(new Division(number, plan, cuts));
    } catch (ConfigException e) {
      return Optional.empty();
    }
  }
}
