package org.basin.probe;

import java.util.List;

/** A probe whose observables all have components, so none is a scalar. */
public interface ComponentProbe extends Probe {

  @Override
  default List<String> scalars() {
    return List.of();
  }
}
