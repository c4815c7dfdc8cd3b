package org.basin.train;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.basin.data.DataKinds;
import org.basin.data.Teachers;
import org.basin.nn.activation.Activations;
import org.basin.nn.init.Initialisers;
import org.basin.nn.init.Tensors;
import org.basin.nn.loss.Losses;
import org.basin.nn.model.Models;
import org.basin.nn.optimiser.Optimisers;
import org.basin.nn.penalty.Penalties;
import org.basin.nn.schedule.Schedules;
import org.basin.probe.general.Probes;
import org.basin.settings.Catalogue;
import org.basin.settings.Key;
import org.basin.settings.Schema;

/**
 * Every key that a trial may have: those of all catalogues, and those of the sections without
 * kinds.
 */
public final class TrialSchema {

  /** The key of the thresholds that are watched: of a sweep, and below {@code observe}. */
  public static final String HITTING_TIMES = "hitting-times";

  private static final String PLAIN = "";

  private TrialSchema() {}

  /** Returns the keys by slot, then by kind; unmodifiable. */
  public static Map<String, Map<String, List<Key>>> slots() {
    Map<String, Map<String, List<Key>>> slots = new TreeMap<>();
    slots.put(Schema.ROOT, Map.of(PLAIN, trial()));
    slots.put("stop", Map.of(PLAIN, StoppingRule.keys()));
    slots.put("observe", Map.of(PLAIN, observe()));
    for (Catalogue<?> catalogue : catalogues()) {
      Map<String, List<Key>> kinds = new TreeMap<>();
      catalogue.factories().forEach(factory -> kinds.put(factory.kind(), factory.keys()));
      slots.put(catalogue.slot(), Map.copyOf(kinds));
    }
    return Map.copyOf(slots);
  }

  /**
   * Returns the identities of those components among {@code kinds} that come from other jars. An
   * identity distinguishes a component from other builds of it; see {@link Catalogue#identities}.
   *
   * @param kinds the kinds, as {@code slot.kind}
   */
  public static Map<String, String> identities(Set<String> kinds) {
    Map<String, String> identities = new TreeMap<>();
    catalogues().forEach(catalogue -> identities.putAll(catalogue.identities(kinds)));
    return identities;
  }

  /** Returns the catalogues of every slot that has kinds. */
  public static List<Catalogue<?>> catalogues() {
    return List.of(
        DataKinds.CATALOGUE,
        Teachers.CATALOGUE,
        Models.CATALOGUE,
        Activations.CATALOGUE,
        Initialisers.CATALOGUE,
        Losses.CATALOGUE,
        Optimisers.CATALOGUE,
        Penalties.CATALOGUE,
        Schedules.CATALOGUE,
        Tensors.CATALOGUE,
        ObservationSchedules.CATALOGUE,
        Probes.CATALOGUE,
        HittingTimes.CATALOGUE);
  }

  private static List<Key> trial() {
    return List.of(
        Key.component("data", "data", "what the trial learns from"),
        Key.component("model", "model", "the network"),
        Key.component("init", "init", "where its parameters start"),
        Key.component("loss", "loss", "what is minimised"),
        Key.component("optimiser", "optimiser", "how"),
        Key.choice("precision", "of the numbers it is trained in", "double", "float"),
        Key.component("stop", "stop", "when the trial ends"),
        Key.component("observe", "observe", "what is recorded, and when"));
  }

  private static List<Key> observe() {
    return List.of(
        Key.component("at", "observe-at", "the steps at which probes observe"),
        Key.components("probes", "probe", "what is recorded"),
        Key.components(HITTING_TIMES, "hitting-time", "thresholds at which probes observe too"));
  }
}
