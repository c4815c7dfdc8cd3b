package org.basin.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.basin.nn.activation.Activations;
import org.basin.nn.init.Initialisers;
import org.basin.nn.init.Tensors;
import org.basin.nn.loss.Losses;
import org.basin.nn.model.Models;
import org.basin.nn.optimiser.Optimisers;
import org.basin.nn.penalty.Penalties;
import org.basin.nn.schedule.Schedules;
import org.basin.settings.Catalogue;
import org.basin.settings.Factory;
import org.basin.settings.Key;
import org.junit.jupiter.api.Test;

class CataloguesTest {

  private static final List<Catalogue<? extends Factory>> CATALOGUES =
      List.of(
          Models.CATALOGUE,
          Activations.CATALOGUE,
          Losses.CATALOGUE,
          Initialisers.CATALOGUE,
          Tensors.CATALOGUE,
          Optimisers.CATALOGUE,
          Penalties.CATALOGUE,
          Schedules.CATALOGUE);

  @Test
  void kindsAndKeys_areNamedInKebabCase_once_andDocumented() {
    for (Catalogue<? extends Factory> catalogue : CATALOGUES) {
      for (Factory factory : catalogue.factories()) {
        assertThat(factory.kind()).matches("[a-z]+(-[a-z]+)*");
        assertThat(factory.keys()).extracting(Key::name).doesNotHaveDuplicates();
        for (Key key : factory.keys()) {
          assertThat(key.name()).matches("[a-z]+[0-9]?(-[a-z]+)*");
          assertThat(key.doc()).isNotBlank();
        }
      }
    }
  }

  @Test
  void everyDefault_belongsToAKey_thatIsNotOptional() {
    Config reference = ConfigFactory.parseResources("reference.conf").getConfig("basin");
    int defaults = 0;
    for (Catalogue<? extends Factory> catalogue : CATALOGUES) {
      if (!reference.hasPath(catalogue.slot())) {
        continue;
      }
      Config slot = reference.getConfig(catalogue.slot());
      for (String kind : slot.root().keySet()) {
        Factory factory =
            catalogue.factories().stream()
                .filter(f -> f.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + catalogue.slot() + " " + kind));
        for (String name : slot.getConfig(kind).root().keySet()) {
          assertThat(factory.keys())
              .as("%s %s", catalogue.slot(), kind)
              .anyMatch(key -> key.name().equals(name) && !key.isOptional());
          defaults++;
        }
      }
    }
    assertThat(defaults).isPositive();
  }
}
