package org.basin.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.basin.settings.Nearest;
import org.basin.train.Verdict;
import picocli.CommandLine.Option;

/** The option that trains finished trials again. */
final class RetryOption {
  private static final String NAME = "--retry";

  /** The verdicts that it may name. The other trials came to an end of their own. */
  private static final Set<Verdict> ALLOWED =
      EnumSet.of(Verdict.DIVERGED, Verdict.FAILED, Verdict.TIMED_OUT);

  @Option(
      names = NAME,
      split = ",",
      paramLabel = "VERDICTS",
      hideParamSyntax = true,
      completionCandidates = Candidates.class,
      description =
          "Also train the finished trials with these verdicts again: failed, diverged or timed_out,"
              + " or several with commas. The other trials are kept.")
  private List<String> verdicts = List.of();

  /** What a shell completes. */
  static final class Candidates extends java.util.ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Candidates() {
      super(names());
    }
  }

  private static List<String> names() {
    return ALLOWED.stream().map(Verdict::text).toList();
  }

  /**
   * Returns the verdicts that were given; empty if the option was not.
   *
   * @throws UsageException if one of them is none whose trials may be trained again
   */
  Set<Verdict> verdicts() {
    return verdicts.stream()
        .map(String::strip)
        .map(RetryOption::verdict)
        .collect(Collectors.toSet());
  }

  private static Verdict verdict(String text) {
    return ALLOWED.stream()
        .filter(verdict -> verdict.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    NAME
                        + " is "
                        + text
                        + ", must be failed, diverged or timed_out; "
                        + Nearest.hint(text, names())));
  }

  /**
   * Says how many of the finished trials the option would train again.
   *
   * @param finished the number of finished trials with each verdict
   * @return empty if it would train none
   */
  static String offer(Map<Verdict, Long> finished) {
    Map<Verdict, Long> again =
        ALLOWED.stream()
            .filter(verdict -> finished.getOrDefault(verdict, 0L) > 0)
            .collect(Collectors.toMap(v -> v, finished::get, Long::sum, java.util.TreeMap::new));
    long count = again.values().stream().mapToLong(Long::longValue).sum();
    return count == 0
        ? ""
        : "basin run "
            + NAME
            + " "
            + again.keySet().stream().map(Verdict::text).collect(Collectors.joining(","))
            + " would train "
            + CountText.of(count)
            + " of them again.";
  }
}
