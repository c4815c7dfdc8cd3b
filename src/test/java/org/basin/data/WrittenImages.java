package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.basin.settings.RandomStreams;
import org.basin.settings.SpecException;
import org.basin.testing.ImageFiles;
import org.basin.testing.Sections;
import org.junit.jupiter.api.io.TempDir;

/** A folder for image sets in the published formats, whole or broken, and what reading it gives. */
abstract class WrittenImages {

  static final byte[] PIXELS = {0, 51, 102, (byte) 153, (byte) 204, (byte) 255};

  @TempDir Path folder;

  /** Two images of 1 × 3 pixels in every file, of the classes 7 and 2. */
  void tinyMnist() {
    for (String part : List.of("train", "t10k")) {
      write(part + "-labels-idx1-ubyte", ImageFiles.idxLabels(0x801, 2, new byte[] {7, 2}));
      write(part + "-images-idx3-ubyte", ImageFiles.idxImages(0x803, 2, 1, 3, PIXELS));
    }
  }

  void write(String name, byte[] bytes) {
    ImageFiles.write(folder.resolve(name), false, bytes);
  }

  void delete(String... names) {
    for (String name : names) {
      assertThat(folder.resolve(name).toFile().delete()).isTrue();
    }
  }

  TrainingSet read(String kind, Map<String, ?> settings, long seed) {
    Map<String, Object> all = new HashMap<>();
    all.put("folder", folder.toString());
    all.putAll(settings);
    var section = Sections.data(kind, all);
    return (TrainingSet)
        DataKinds.CATALOGUE.of(section).create(section, RandomStreams.stream(seed, "data"));
  }

  void assertError(String kind, String message) {
    assertThatThrownBy(() -> read(kind, Map.of(), 1))
        .isInstanceOf(SpecException.class)
        .hasMessage("data.folder is " + message.formatted(folder));
  }
}
