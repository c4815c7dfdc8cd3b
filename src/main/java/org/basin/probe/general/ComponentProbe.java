package org.basin.probe.general;

import java.util.List;
import org.basin.probe.Probe;

/** A probe whose observables all have components, so none is a scalar. */
public interface ComponentProbe extends Probe {

  @Override
  default List<String> scalars() {
    return List.of();
  }
}
