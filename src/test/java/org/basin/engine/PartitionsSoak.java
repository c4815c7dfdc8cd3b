package org.basin.engine;

/** Does the same as {@link PartitionsIT} with more partitions. */
class PartitionsSoak extends PartitionsIT {

  @Override
  int many() {
    return 31;
  }
}
