package org.basin.nn.init;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.Initialiser;
import org.basin.nn.InitialiserFactory;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.settings.Key;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Sets every tensor as its entry in a list says: to values in the sweep file or in a text file, to
 * draws from a distribution, or to a constant. Tensors are drawn from the init stream in the
 * model's order, not in the list's.
 */
final class ExplicitInit implements Initialiser {

  private final String path;
  private final Map<String, TensorFactory.Source> sources;

  ExplicitInit(String path, Map<String, TensorFactory.Source> sources) {
    this.path = path;
    this.sources = sources;
  }

  @Override
  public void initialise(Model model, Parameters parameters, UniformRandomProvider stream) {
    List<Shape> shapes = model.shapes();
    for (String name : sources.keySet()) {
      if (shapes.stream().noneMatch(shape -> shape.name().equals(name))) {
        throw new SpecException(
            path,
            "lists "
                + name
                + ", but the model's tensors are "
                + String.join(", ", shapes.stream().map(Shape::name).toList()));
      }
    }
    for (int i = 0; i < parameters.count(); i++) {
      TensorFactory.Source source = sources.get(shapes.get(i).name());
      if (source == null && !shapes.get(i).isDrawn()) {
        parameters.get(i).fill(shapes.get(i).start());
        continue;
      }
      if (source == null) {
        throw new SpecException(
            path, "lacks tensor " + shapes.get(i).name() + ", which is " + parameters.get(i));
      }
      source.fill(parameters.get(i), stream);
    }
  }

  static final class Factory implements InitialiserFactory {

    @Override
    public String kind() {
      return "explicit";
    }

    @Override
    public String summary() {
      return "Every tensor from a list: written out, read from a file, drawn or constant.";
    }

    @Override
    public List<Key> keys() {
      return List.of(Key.components("tensors", "tensor", "one entry for each tensor of the model"));
    }

    @Override
    public Initialiser create(Section section) {
      Map<String, TensorFactory.Source> sources = new LinkedHashMap<>();
      for (Section entry : section.sections("tensors")) {
        TensorFactory.Source source = Tensors.CATALOGUE.of(entry).create(entry);
        if (sources.put(entry.text("name"), source) != null) {
          throw new SpecException(
              entry.path() + ".name", "is " + entry.text("name") + ", listed twice");
        }
      }
      return new ExplicitInit(section.path() + ".tensors", sources);
    }
  }
}
