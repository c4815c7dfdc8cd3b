package org.basin.data;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code sphere}: inputs uniform on a sphere, which are Gaussians scaled to a fixed norm (the
 * inputs of Allen-Zhu, Li &amp; Liang 2019).
 */
final class SphereFactory extends SampleFactory {

  @Override
  public String kind() {
    return "sphere";
  }

  @Override
  public String summary() {
    return "Inputs uniform on a sphere, as a training set or fresh at every step.";
  }

  @Override
  protected List<Key> lawKeys() {
    return List.of(DIMENSION, Key.real("radius", Range.POSITIVE, "norm of every input"));
  }

  @Override
  protected Law law(Section section) {
    return new Sphere(section.integer("dimension"), section.real("radius"));
  }
}
