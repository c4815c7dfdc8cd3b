package org.basin.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.basin.nn.model.Models;
import org.basin.settings.Section;
import org.basin.testing.Sections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the models of the catalogue say of their tensors is what they have. */
class TensorFormTest {

  private static final int INPUTS = 48;
  private static final int OUTPUTS = 2;

  /** Models of every kind, all their tensors among them, and the sizes their symbols stand for. */
  private static final Map<String, Map<String, Integer>> MODELS =
      Map.of(
          "kind = squared-relu, width = 5", Map.of("width", 5, "outputs", 1),
          "kind = two-layer, width = 5", Map.of("width", 5),
          "kind = two-homogeneous, width = 5", Map.of("width", 5),
          "kind = three-layer, width = 5, second-width = 7", Map.of("width", 5, "second-width", 7),
          "kind = fully-connected, hidden = [5, 7]",
              Map.of("n_0", INPUTS, "n_1", 5, "n_2", 7, "n_3", OUTPUTS),
          "kind = deep-linear, depth = 3, width = 5",
              Map.of("n_0", INPUTS, "n_1", 5, "n_2", 5, "n_3", OUTPUTS),
          "kind = residual", Map.of("outputs", 1),
          "kind = residual-blocks, depth = 2, bias = true, output-bias = true", Map.of(),
          "kind = resnet, depth = 8, channels = [4, 6, 8], colours = 3",
              Map.of("channels[0]", 4, "channels[2]", 8, "9·colours", 27, "c_out", 0, "9·c_in", 0),
          "kind = linearised, of { kind = two-layer, width = 5 }", Map.of());

  static Set<String> kinds() {
    return Models.CATALOGUE.factories().stream()
        .map(ModelFactory::kind)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void forms_areThoseOfTheBuiltModel(String kind) {
    String settings =
        MODELS.keySet().stream()
            .filter(model -> model.matches("kind = " + kind + "(,.*)?"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no model of kind " + kind));
    Map<String, Integer> sizes =
        new HashMap<>(Map.of("inputs", INPUTS, "outputs", OUTPUTS, "1", 1));
    sizes.putAll(MODELS.get(settings));
    Section section = Sections.of("model", settings);
    ModelFactory factory = Models.CATALOGUE.of(section);
    Set<TensorForm> used = new TreeSet<>((a, b) -> a.name().compareTo(b.name()));
    for (Shape shape : factory.create(section, INPUTS, sizes.get("outputs")).shapes()) {
      TensorForm form =
          TensorForm.of(shape.name(), factory.tensors())
              .orElseThrow(() -> new AssertionError(kind + " says nothing of " + shape.name()));
      used.add(form);
      assertThat(form.row()).isNotBlank();
      check(shape.rows(), form.rows(), shape, sizes);
      check(shape.columns(), form.columns(), shape, sizes);
    }
    assertThat(used).as("every form is of some tensor").containsAll(factory.tensors());
  }

  private static void check(int size, String symbol, Shape shape, Map<String, Integer> sizes) {
    if (symbol.startsWith("as ")) {
      return; // As another model has it, which has a test of its own.
    }
    Matcher number = Pattern.compile("[0-9]+").matcher(shape.name());
    int layer = number.find() ? Integer.parseInt(number.group()) : 0;
    String own = symbol.replace("(l+1)", "" + (layer + 1)).replace("n_l", "n_" + layer);
    assertThat(sizes).as("a symbol of %s", shape.name()).containsKey(own);
    int wanted = sizes.get(own);
    // The channels between the layers of a resnet change at two places; 0 stands for any.
    assertThat(wanted == 0 || wanted == size).as("%s: %s is %s", shape, symbol, wanted).isTrue();
  }
}
