package org.basin.engine;

import java.util.List;
import java.util.function.Consumer;

/**
 * How a person asked for a job.
 *
 * @param file the sweep file, as it was named; empty if none was
 * @param settings the {@code --set}s, as they were given
 * @param replaces whether fewer trials than stand in the tables may be published
 * @param say told, in one line each, what a person should know on the way
 */
public record JobRequest(
    String file, List<String> settings, boolean replaces, Consumer<String> say) {

  /** Of nobody: nothing may be replaced, and nothing is told. */
  public static final JobRequest NONE = new JobRequest("", List.of(), false, line -> {});

  public JobRequest {
    settings = List.copyOf(settings);
  }

  /** This request, which lets fewer trials be published. */
  public JobRequest replacing() {
    return new JobRequest(file, settings, true, say);
  }
}
