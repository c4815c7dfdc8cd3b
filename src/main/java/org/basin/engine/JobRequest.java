package org.basin.engine;

import java.util.List;
import java.util.function.Consumer;

/**
 * How a user asked for a job.
 *
 * @param file the sweep file as the user named it; empty if none was named
 * @param variant the variant of the file that was chosen; empty if none was
 * @param settings the {@code --set} options as they were given
 * @param replaces whether the job may publish fewer trials than the published tables hold
 * @param say receives one line for each thing that the user should know before the job ends
 */
public record JobRequest(
    String file, String variant, List<String> settings, boolean replaces, Consumer<String> say) {

  /**
   * The request of a job that no user asked for: it may replace nothing, and {@code say} does
   * nothing.
   */
  public static final JobRequest NONE = new JobRequest("", "", List.of(), false, line -> {});

  public JobRequest {
    settings = List.copyOf(settings);
  }

  /** Returns this request with permission to publish fewer trials. */
  public JobRequest replacing() {
    return new JobRequest(file, variant, settings, true, say);
  }
}
