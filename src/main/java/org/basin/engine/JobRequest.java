package org.basin.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.basin.train.Verdict;

/**
 * How a user asked for a job.
 *
 * @param file the sweep file as the user named it; empty if none was named
 * @param variant the variant of the file that was chosen; empty if none was
 * @param settings the {@code --set} options as they were given
 * @param replaces whether the job may publish fewer trials than the published tables hold, or
 *     trials of another semantics version
 * @param retries the verdicts whose trials are trained again
 * @param say receives one line for each thing that the user should know before the job ends
 */
public record JobRequest(
    String file,
    String variant,
    List<String> settings,
    boolean replaces,
    Set<Verdict> retries,
    Consumer<String> say) {

  /**
   * The request of a job that no user asked for: it may replace nothing, and {@code say} does
   * nothing.
   */
  public static final JobRequest NONE = new JobRequest("", "", List.of(), false, line -> {});

  public JobRequest {
    settings = List.copyOf(settings);
    retries = Set.copyOf(retries);
  }

  /** Makes a request that trains no trial again. */
  public JobRequest(
      String file, String variant, List<String> settings, boolean replaces, Consumer<String> say) {
    this(file, variant, settings, replaces, Set.of(), say);
  }

  /** Returns this request with permission to publish fewer trials. */
  public JobRequest replacing() {
    return new JobRequest(file, variant, settings, true, retries, say);
  }

  /** Returns this request with the wish to train the trials with these verdicts again. */
  public JobRequest retrying(Set<Verdict> verdicts) {
    return new JobRequest(file, variant, settings, replaces, verdicts, say);
  }

  /** The {@link #retries} as tables and people write them, in the order of the verdicts. */
  List<String> retryTexts() {
    return EnumSet.allOf(Verdict.class).stream()
        .filter(retries::contains)
        .map(Verdict::text)
        .toList();
  }
}
