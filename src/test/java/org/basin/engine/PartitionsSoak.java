package org.basin.engine;

import java.util.Map;

/** Does the same as {@link PartitionsIT} with more partitions, and with generated code. */
class PartitionsSoak extends PartitionsIT {

  @Override
  int many() {
    return 31;
  }

  @Override
  Map<String, String> others() {
    return Map.of(
        "spark.sql.codegen.wholeStage", "true", "spark.sql.codegen.factoryMode", "CODEGEN_ONLY");
  }
}
