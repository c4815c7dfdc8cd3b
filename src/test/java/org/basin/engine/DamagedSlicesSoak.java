package org.basin.engine;

import java.util.List;

/** Does the same as {@link DamagedSlicesIT} with every kind of damage. */
class DamagedSlicesSoak extends DamagedSlicesIT {

  @Override
  List<Damage> damages() {
    return List.of(Damage.values());
  }
}
