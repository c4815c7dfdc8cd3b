package org.basin.data;

import java.util.List;
import org.basin.settings.Catalogue;

/** The kinds of the slot {@code data}. */
public final class DataKinds {

  /** Every kind, by name. */
  public static final Catalogue<DataFactory> CATALOGUE =
      Catalogue.of(
          "data",
          "What a trial learns from.",
          DataFactory.class,
          List.of(
              new CircleGridFactory(),
              new CircleFactory(),
              new SphereFactory(),
              new GaussianFactory(),
              new PopulationFactory(),
              new CsvFactory(),
              new ExplicitFactory(),
              new MnistFactory(),
              new CifarFactory()));

  private DataKinds() {}
}
