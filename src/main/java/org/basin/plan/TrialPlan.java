package org.basin.plan;

import java.io.Serializable;
import org.basin.settings.Provenance;

/** Which trials a sweep has: those of a grid, which Basin trains, or those that were imported. */
public sealed interface TrialPlan extends Serializable permits Grid, ImportedTrials {

  /** The number of indices: every trial's index is from 0 to one less. */
  long size();

  /** The number of trials; at most {@link #size}. */
  long count();

  /** The max number of trials of a point. */
  long replicates();

  /** What the trials depend on besides their settings. */
  Provenance provenance();
}
