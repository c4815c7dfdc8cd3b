package org.basin.nn.init;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Section;

/**
 * Reads elements from a text file, one row of the tensor per line, separated by commas or blanks,
 * as NumPy's {@code savetxt} writes them. A # starts a comment. A relative path starts at the
 * working directory of the process that trains.
 */
final class TensorFile implements TensorFactory {

  @Override
  public String kind() {
    return "file";
  }

  @Override
  public String summary() {
    return "A tensor read from a text file, one row per line.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        NAME,
        Key.file(
            "file",
            "path of the file, one row of the tensor per line; readable on every machine that trains"));
  }

  @Override
  public Source create(Section section) {
    return (tensor, stream) ->
        GivenTensor.copy(GivenTensor.read(section, "file"), tensor, section.path() + ".file");
  }
}
