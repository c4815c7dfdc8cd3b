package org.basin.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.basin.plan.Problem.Kind;

/**
 * A point ready to be trained, but for its seeds.
 *
 * @param settings resolved
 * @param problem why it cannot be trained; empty if it can
 * @param identity the text that ids are hashed from, before the seeds
 * @param id the point's id
 */
record ResolvedPoint(Settings settings, String problem, String identity, String id) {

  /** No point: a duplicate, or dropped. */
  static final ResolvedPoint NONE = new ResolvedPoint(Settings.EMPTY, "", "", "");

  /** Half of SHA-256: 128 bits, so that 10^9 trials share an id with probability below 1e-20. */
  private static final int ID_DIGITS = 32;

  static ResolvedPoint of(Schema schema, Point point) {
    Settings raw = point.raw();
    List<String> problems = new ArrayList<>(point.problems());
    Settings settings =
        schema.resolve(
            raw,
            problem -> {
              // A key of other kinds than this point's has no effect on it.
              if (problem.kind() != Kind.UNKNOWN) {
                problems.add(problem.path() + " " + problem.message());
              }
            });
    String identity =
        "basin/"
            + Semantics.VERSION
            + "\n"
            + (problems.isEmpty()
                ? schema.withoutDefaults(settings).canonical()
                : "unresolved\n" + raw.canonical());
    return new ResolvedPoint(settings, String.join("; ", problems), identity, hash(identity));
  }

  boolean isKept() {
    return !id.isEmpty();
  }

  TrialSpec trial(long index, SeedRange range, long replicate) {
    Seeds seeds = range.seeds(replicate);
    String lines =
        "seeds.data="
            + seeds.data()
            + "\nseeds.init="
            + seeds.init()
            + "\nseeds.order="
            + seeds.order()
            + "\n";
    return new TrialSpec(
        index, hash(identity + lines), id, range.from() + replicate, seeds, settings, problem);
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
