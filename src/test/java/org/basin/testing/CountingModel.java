package org.basin.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Neural;
import org.basin.probe.ModelWork;

/** A model that counts the examples that pass through it. It has all that the other one has. */
public final class CountingModel {

  private final Model counted;
  private final Model model;
  private ModelWork work = ModelWork.NONE;

  public CountingModel(Model counted) {
    this.counted = counted;
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> type = counted.getClass(); type != null; type = type.getSuperclass()) {
      all.addAll(Arrays.asList(type.getInterfaces()));
    }
    all.removeIf(type -> !Modifier.isPublic(type.getModifiers()));
    this.model =
        (Model)
            Proxy.newProxyInstance(
                Model.class.getClassLoader(),
                all.toArray(Class<?>[]::new),
                (proxy, method, arguments) -> {
                  count(method.getName(), arguments);
                  try {
                    return method.invoke(counted, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  public Model model() {
    return model;
  }

  /** What was counted since the last call. */
  public ModelWork take() {
    ModelWork taken = work;
    work = ModelWork.NONE;
    return taken;
  }

  private void count(String name, Object... arguments) {
    switch (name) {
      case "forward", "pseudo" -> work = work.andForward(columns(arguments[1]));
      case "backward" -> work = work.andBackward(columns(arguments[1]));
      // One of the model's neurons.
      case "neuron" -> work = work.andForward(columns(arguments[2]) / ((Neural) counted).neurons());
      default -> {
        // Passes no example.
      }
    }
  }

  private static double columns(Object inputs) {
    return ((Matrix) inputs).columns();
  }
}
