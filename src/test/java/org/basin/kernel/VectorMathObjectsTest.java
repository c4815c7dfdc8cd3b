package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Once compiled, functions of vectors make no objects. If a loop outgrows what the compiler
 * inlines, each vector becomes one, and the loop takes longer with the same result.
 */
class VectorMathObjectsTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int COUNT = 4096;

  /** The compiler has long compiled a loop that has been called so often. */
  private static final int MOST_CALLS = 100_000;

  /** A call by reflection makes some objects of its own; one for each vector are 30,000 bytes. */
  private static final long FEW_BYTES = 1000;

  static Stream<Method> functions() throws ClassNotFoundException {
    return Stream.concat(functions("doubles"), functions("floats"));
  }

  private static Stream<Method> functions(String room) throws ClassNotFoundException {
    Class<?> type = Class.forName("org.basin.kernel." + room + ".vector.VectorMath");
    return Arrays.stream(type.getMethods()).filter(method -> method.getDeclaringClass() == type);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void compiledFunction_makesNoObjects(Method function) throws ReflectiveOperationException {
    Object[] arguments = new Object[function.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      Class<?> type = function.getParameterTypes()[i];
      arguments[i] =
          type == int.class ? COUNT : type.getMethod("zeros", int.class).invoke(null, COUNT);
    }
    long bytes = Long.MAX_VALUE;
    for (int call = 0; call < MOST_CALLS && bytes > FEW_BYTES; call++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      function.invoke(null, arguments);
      bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    assertThat(bytes).as(function.toString()).isLessThanOrEqualTo(FEW_BYTES);
  }
}
