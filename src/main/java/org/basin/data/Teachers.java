package org.basin.data;

import java.util.List;
import org.basin.settings.Catalogue;

/** The kinds of the slot {@code teacher}. */
public final class Teachers {

  /** Every kind, by name. */
  public static final Catalogue<TeacherFactory> CATALOGUE =
      Catalogue.of(
          "teacher",
          "The function that labels the inputs.",
          TeacherFactory.class,
          List.of(
              new SignTeacher.Factory(),
              new LinearTeacher.Factory(),
              new NetworkTeacher.Factory(),
              new ThreeLayerConcept.Factory(),
              new TwoLayerConcept.Factory()));

  private Teachers() {}
}
