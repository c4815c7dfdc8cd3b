package org.basin.nn.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.settings.RandomStreams;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplicitInitTest {

  private static final String OUTPUT = "{ kind = constant, name = layers.1.weight, value = 1 }";

  private final Model model =
      Sections.model("kind = two-layer, width = 3, output-bias = false", 2, 1);

  @TempDir Path folder;

  @Test
  void tensors_areAsGiven_fromSettingsAndFiles() throws IOException {
    Path file = folder.resolve("w.csv");
    Files.writeString(file, "# hidden weights\n1, 2\n3,4e0\n\n-5 6\n");
    Parameters parameters =
        initialise(
            "{ kind = file, name = layers.0.weight, file = \"" + file + "\" }",
            "{ kind = values, name = layers.0.bias, values = [7, 8, 9] }",
            "{ kind = values, name = layers.1.weight, values = [[0.5, 0.25, 0.125]] }");
    assertThat(parameters.get(0).data()).containsExactly(1, 3, -5, 2, 4, 6);
    assertThat(parameters.get(1).data()).containsExactly(7, 8, 9);
    assertThat(parameters.get(2).data()).containsExactly(0.5, 0.25, 0.125);
  }

  @Test
  void drawnTensors_followTheModelsOrder_notTheLists() {
    String weight = "{ kind = gaussian, name = layers.0.weight, std = 2 }";
    String bias = "{ kind = uniform, name = layers.0.bias, bound = 3 }";
    Parameters one = initialise(weight, bias, OUTPUT);
    Parameters other = initialise(OUTPUT, bias, weight);
    for (int t = 0; t < 3; t++) {
      assertThat(one.get(t).data()).containsExactly(other.get(t).data());
    }
    assertThat(Arrays.stream(one.get(1).data())).allMatch(x -> Math.abs(x) <= 3);
    assertThat(one.get(2).data()).containsOnly(1);
  }

  @Test
  void wrongLists_areRefused() throws IOException {
    String bias = "{ kind = constant, name = layers.0.bias, value = 0 }";
    String values = "{ kind = values, name = layers.0.weight, values = [[1, 2]] }";
    refused("init.tensors lacks tensor layers.0.weight, which is 3 x 2", bias, OUTPUT);
    refused("init.tensors[0].values is 1 x 2, must be 3 x 2", values, bias, OUTPUT);
    refused("init.tensors[1].name is layers.0.bias, listed twice", bias, bias);
    refused(
        "init.tensors lists w, but the model's tensors are layers.0.weight, layers.0.bias",
        "{ kind = constant, name = w, value = 0 }");
    Path file = folder.resolve("bad.csv");
    String given = "{ kind = file, name = layers.0.weight, file = \"" + file + "\" }";
    refused("init.tensors[0].file is " + file + ", which does not exist", given, bias, OUTPUT);
    Files.writeString(file, "1,2\n3\n");
    refused("init.tensors[0].file is " + file + ", whose lines differ", given, bias, OUTPUT);
    Files.writeString(file, "1,x\n");
    refused("init.tensors[0].file is " + file + ", where 'x' is not", given, bias, OUTPUT);
  }

  private void refused(String message, String... entries) {
    assertThatThrownBy(() -> initialise(entries))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith(message);
  }

  private Parameters initialise(String... entries) {
    Parameters parameters = new Parameters(model.shapes());
    Sections.init("kind = explicit, tensors = [" + String.join(",", entries) + "]")
        .initialise(model, parameters, RandomStreams.stream(5, "init"));
    return parameters;
  }
}
