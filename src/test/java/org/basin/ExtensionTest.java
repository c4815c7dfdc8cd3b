package org.basin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.ActivationFactory;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.Parameters;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.testing.ExtensionJar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks what {@code docs/extending.md} promises to authors of components in separate jars. */
class ExtensionTest {

  private static final Pattern ROW = Pattern.compile("^\\| `(org\\.basin[a-z.]+)` \\| (.*) \\|$");
  private static final Pattern TYPE = Pattern.compile("`(\\w+)`");

  @TempDir static Path classes;
  private static URLClassLoader loader;

  @BeforeAll
  static void compile() throws IOException {
    ExtensionJar.compile(classes);
    URL[] urls = {classes.toUri().toURL()};
    loader = new URLClassLoader(urls, ModelFactory.class.getClassLoader());
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  /** The types that the page's tables list. */
  private static Set<String> listed() throws IOException {
    Set<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("docs/extending.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        Matcher types = TYPE.matcher(row.group(2));
        while (types.find()) {
          listed.add(row.group(1) + "." + types.group(1));
        }
      }
    }
    return listed;
  }

  @Test
  void listedType_existsAndIsPublic() throws Exception {
    assertThat(listed()).hasSizeGreaterThan(50);
    for (String name : listed()) {
      assertThat(Modifier.isPublic(Class.forName(name).getModifiers())).as(name).isTrue();
    }
  }

  @Test
  void example_usesListedTypesAlone() throws IOException {
    Set<String> used = new TreeSet<>();
    for (JavaClass each : new ClassFileImporter().importPath(classes)) {
      each.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName())
          .filter(name -> name.startsWith("org.basin."))
          .forEach(name -> used.add(name.replaceFirst("\\$.*", "")));
    }
    assertThat(used).isNotEmpty();
    assertThat(listed()).containsAll(used);
  }

  @Test
  void model_hasTheGradientOfFiniteDifferences() throws Exception {
    ModelFactory factory = load("example.DiagonalLinear$Factory", ModelFactory.class);
    Section section = new Section("model", Settings.of(Map.of("kind", factory.kind())));
    Model model = factory.create(section, 3, 1);
    Parameters at = new Parameters(model.shapes());
    fill(at.get(0).data(), 0.3);
    fill(at.get(1).data(), -0.2);
    Matrix inputs = new Matrix(3, 2);
    fill(inputs.data(), 0.7);
    Matrix outputGradient = new Matrix(1, 2);
    fill(outputGradient.data(), 1.1);
    Model.Workspace workspace = model.workspace(2);
    model.forward(at, inputs, workspace);
    Parameters gradient = new Parameters(model.shapes());
    model.backward(at, inputs, workspace, outputGradient, gradient);
    double step = 1e-6;
    for (int t = 0; t < at.count(); t++) {
      double[] w = at.get(t).data();
      for (int i = 0; i < w.length; i++) {
        double here = w[i];
        w[i] = here + step;
        double above = inner(model.forward(at, inputs, workspace), outputGradient);
        w[i] = here - step;
        double below = inner(model.forward(at, inputs, workspace), outputGradient);
        w[i] = here;
        double slope = (above - below) / (2 * step);
        assertThat(gradient.get(t).data()[i]).isCloseTo(slope, within(1e-8));
      }
    }
  }

  @Test
  void activation_hasTheDerivativeOfFiniteDifferences() throws Exception {
    ActivationFactory factory = load("example.Sine$Factory", ActivationFactory.class);
    Settings settings = Settings.of(Map.of("kind", factory.kind(), "frequency", 2.0));
    Activation sine = factory.create(new Section("activation", settings));
    double step = 1e-6;
    for (double z : new double[] {-1.3, 0, 0.4}) {
      Matrix derivative = new Matrix(1, 1, new double[] {1});
      sine.multiplyByDerivative(single(z), apply(sine, z), derivative);
      double slope =
          (apply(sine, z + step).get(0, 0) - apply(sine, z - step).get(0, 0)) / (2 * step);
      assertThat(derivative.get(0, 0)).isCloseTo(slope, within(1e-8));
    }
  }

  private static Matrix apply(Activation activation, double z) {
    Matrix result = new Matrix(1, 1);
    activation.apply(single(z), result);
    return result;
  }

  private static Matrix single(double value) {
    return new Matrix(1, 1, new double[] {value});
  }

  private static void fill(double[] data, double first) {
    for (int i = 0; i < data.length; i++) {
      data[i] = first + 0.1 * i;
    }
  }

  private static double inner(Matrix a, Matrix b) {
    double sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      sum += a.data()[i] * b.data()[i];
    }
    return sum;
  }

  private static <F> F load(String name, Class<F> type) throws Exception {
    return type.cast(loader.loadClass(name).getConstructor().newInstance());
  }
}
