package org.basin.linalg.blas;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Calls java.lang.foreign by reflection. Java has that package from version 22 on, and Basin is
 * compiled for 17.
 */
final class Foreign {

  private Foreign() {}

  static boolean isOffered() {
    return Runtime.version().feature() >= 22;
  }

  /**
   * Makes a handle that calls a C function without a result on Java's own arrays, in place. The
   * arrays do not move until the function returns, because until then no thread of the process can
   * collect garbage.
   *
   * @param arrays the types of the function's arguments, each an array of primitives
   * @return a handle whose arguments are the function's address (from {@link #symbol}), then the
   *     arrays
   */
  static MethodHandle procedure(Class<?>... arrays) {
    try {
      Class<?> segment = type("MemorySegment");
      Object layouts = Array.newInstance(type("MemoryLayout"), arrays.length);
      for (int i = 0; i < arrays.length; i++) {
        Array.set(layouts, i, address());
      }
      Object descriptor =
          type("FunctionDescriptor").getMethod("ofVoid", layouts.getClass()).invoke(null, layouts);
      Class<?> option = type("Linker$Option");
      Object critical = option.getMethod("critical", boolean.class).invoke(null, true);
      MethodHandle call = downcall(descriptor, critical);
      for (int i = 0; i < arrays.length; i++) {
        MethodHandle inPlace =
            MethodHandles.publicLookup()
                .findStatic(segment, "ofArray", methodType(segment, arrays[i]));
        call = MethodHandles.filterArguments(call, i + 1, inPlace);
      }
      return call.asType(call.type().changeParameterType(0, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The address of a symbol in a library that this process has loaded.
   *
   * @throws UnsatisfiedLinkError if there is no such symbol
   */
  static Object symbol(Path library, String name) {
    try {
      Class<?> arena = type("Arena");
      Object lookup =
          type("SymbolLookup")
              .getMethod("libraryLookup", Path.class, arena)
              .invoke(null, library, arena.getMethod("global").invoke(null));
      Object found = type("SymbolLookup").getMethod("find", String.class).invoke(lookup, name);
      return ((Optional<?>) found).orElseThrow(() -> new UnsatisfiedLinkError("no " + name));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Calls a C function that takes no argument and returns a text.
   *
   * @param function the function's address
   * @return the text
   */
  static String text(Object function) {
    try {
      Class<?> layout = type("MemoryLayout");
      Object descriptor =
          type("FunctionDescriptor")
              .getMethod("of", layout, layout.arrayType())
              .invoke(null, address(), Array.newInstance(layout, 0));
      Object text = downcall(descriptor).invoke(function);
      Class<?> segment = type("MemorySegment");
      Object whole = segment.getMethod("reinterpret", long.class).invoke(text, Long.MAX_VALUE);
      return (String) segment.getMethod("getString", long.class).invoke(whole, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle downcall(Object descriptor, Object... options)
      throws ReflectiveOperationException {
    Class<?> linker = type("Linker");
    Object given = Array.newInstance(type("Linker$Option"), options.length);
    for (int i = 0; i < options.length; i++) {
      Array.set(given, i, options[i]);
    }
    return (MethodHandle)
        linker
            .getMethod("downcallHandle", type("FunctionDescriptor"), given.getClass())
            .invoke(linker.getMethod("nativeLinker").invoke(null), descriptor, given);
  }

  private static Object address() throws ReflectiveOperationException {
    return type("ValueLayout").getField("ADDRESS").get(null);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }
}
