package org.basin.engine;

import java.util.List;

/** Does the same as {@link DamagedTablesIT} with every kind of damage. */
class DamagedTablesSoak extends DamagedTablesIT {

  @Override
  List<Damage> damages() {
    return List.of(Damage.values());
  }
}
