package org.basin.data;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Section;

/** {@code circle}: uniform on the unit circle S¹. */
final class CircleFactory extends SampleFactory {

  @Override
  public String kind() {
    return "circle";
  }

  @Override
  public String summary() {
    return "Inputs uniform on the unit circle, as a training set or fresh at every step.";
  }

  @Override
  protected List<Key> lawKeys() {
    return List.of();
  }

  @Override
  protected int dimension(Section section) {
    return 2;
  }

  @Override
  protected Law law(Section section) {
    return new Sphere(2, 1);
  }
}
