package org.basin.linalg.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {

  private static final Cpu NEW = cpu("avx2 fma avx512f avx512cd avx512bw avx512dq avx512vl");
  private static final Cpu MIDDLE = cpu("avx2 fma");
  private static final Cpu OLD = cpu("sse2");
  private static final Map<String, String> LAUNCHER =
      Map.of("OPENBLAS_AVX512", "SkylakeX", "OPENBLAS_AVX2", "Haswell");

  private static Cpu cpu(String flags) {
    return Cpu.parse(
        Stream.of(
            "processor\t: 0", "model name\t: A CPU", "cpu MHz\t\t: 2000", "flags\t\t: " + flags));
  }

  @Test
  void cpu_isReadFromTheSystem() {
    assertThat(NEW.model()).isEqualTo("A CPU");
    assertThat(NEW.gigahertz()).isEqualTo(2);
    assertThat(NEW.hasAvx512()).isTrue();
    assertThat(MIDDLE.hasAvx512()).isFalse();
    assertThat(MIDDLE.hasAvx2()).isTrue();
    assertThat(Cpu.parse(Stream.empty()).model()).isEqualTo("unknown CPU");
  }

  @Test
  void everyMachine_hasKernelsOfItsOwn() {
    assertThat(KernelChoice.named(NEW, LAUNCHER)).isEqualTo("SkylakeX");
    assertThat(KernelChoice.named(MIDDLE, LAUNCHER)).isEqualTo("Haswell");
    assertThat(KernelChoice.named(OLD, LAUNCHER)).isNull();
    assertThat(KernelChoice.named(NEW, Map.of())).isNull();
  }

  @Test
  void oneForAll_wins() {
    Map<String, String> environment = new HashMap<>(LAUNCHER);
    environment.put("OPENBLAS_CORETYPE", "Zen");
    assertThat(KernelChoice.named(NEW, environment)).isEqualTo("Zen");
    assertThat(KernelChoice.variable(MIDDLE, environment)).isEqualTo("OPENBLAS_CORETYPE");
  }

  @Test
  void library_readsTheOtherVariable() {
    byte[] library = "-OPENBLAS_CORETYPE\0+".getBytes(StandardCharsets.US_ASCII);
    KernelChoice.rename(library, "OPENBLAS_AVX2");
    assertThat(new String(library, StandardCharsets.US_ASCII)).isEqualTo("-OPENBLAS_AVX2\0YPE\0+");
    assertThatThrownBy(() -> KernelChoice.rename(library, "OPENBLAS_AVX2"))
        .isInstanceOf(UnsatisfiedLinkError.class);
  }

  @Test
  void warning_tellsOfOldKernelsAndLowRates() {
    assertThat(ProductRate.warning(NEW, "SkylakeX", 60)).isEmpty();
    assertThat(ProductRate.warning(NEW, null, 60)).isEmpty();
    assertThat(ProductRate.warning(NEW, "Barcelona", 60))
        .isEqualTo(
            "matrix products may be slow: 60 gigaflops with OpenBLAS's kernels for Barcelona on a CPU"
                + " with AVX-512; start through submit/basin, or see OPENBLAS_ in the guide");
    assertThat(ProductRate.warning(MIDDLE, null, 10))
        .contains("10 gigaflops", "of its own choice", "AVX2");
    assertThat(ProductRate.warning(OLD, "Nehalem", 10)).isEmpty();
  }
}
