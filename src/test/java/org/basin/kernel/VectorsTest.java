package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.basin.kernel.provider.Kernels;
import org.basin.linalg.Precision;
import org.junit.jupiter.api.Test;

class VectorsTest {

  @Test
  void choice_saysWhichAndWhy() {
    assertThat(Vectors.describe(true)).contains("by vectors", "has the module");
    assertThat(Vectors.describe(false)).contains("plain Java", "without --add-modules");
  }

  @Test
  void kernels_areThoseOfVectorsWhereTheModuleIs() {
    assertThat(Vectors.areOffered()).as("the tests' JVM has the module").isTrue();
    for (Precision precision : Precision.values()) {
      Package vectors = Kernels.of(precision).getClass().getPackage();
      assertThat(vectors.getName()).endsWith("s.vector");
      assertThat(Kernels.plain(precision).getClass().getPackageName() + ".vector")
          .isEqualTo(vectors.getName());
    }
  }
}
