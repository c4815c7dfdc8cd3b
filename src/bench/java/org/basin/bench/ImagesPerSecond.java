package org.basin.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.init.Initialisers;
import org.basin.nn.loss.Losses;
import org.basin.nn.model.Models;
import org.basin.nn.optimiser.Optimisers;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.Settings;

/**
 * Images per second of training steps of the 6n + 2 layer residual network for CIFAR-10 on one
 * core: forward, backward, update. Counts the thread's own processor time, so that other programs
 * disturb it little. The same for PyTorch is src/bench/pytorch/images_per_second.py. With the
 * environment of submit/environment and the library's jar on the class path:
 *
 * <pre>
 * java -cp target/basin.jar src/bench/java/org/basin/bench/ImagesPerSecond.java DEPTH BATCH STEPS
 * </pre>
 */
public final class ImagesPerSecond {

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private ImagesPerSecond() {}

  public static void main(String[] args) {
    long depth = Long.parseLong(args[0]);
    int batch = Integer.parseInt(args[1]);
    int steps = Integer.parseInt(args[2]);
    ImageShape image = new ImageShape(3, 32, 32);
    Section section =
        section(
            "model",
            Map.of(
                "kind",
                "resnet",
                "depth",
                depth,
                "channels",
                List.of(16.0, 32.0, 64.0),
                "skip",
                "every-block"));
    Model model = Models.CATALOGUE.of(section).create(section, image.features(), 10, image);
    section = section("init", Map.of("kind", "fan-in", "gain", Math.sqrt(2)));
    UniformRandomProvider stream = RandomStreams.stream(1, "bench");
    Parameters parameters = new Parameters(model.shapes());
    Initialisers.CATALOGUE.of(section).create(section).initialise(model, parameters, stream);
    section = section("loss", Map.of("kind", "squared", "reduction", "mean"));
    Loss loss = Losses.CATALOGUE.of(section).create(section);
    section =
        section(
            "optimiser",
            Map.of(
                "kind",
                "gradient-descent",
                "step-size",
                0.01,
                "momentum",
                0.9,
                "nesterov",
                false,
                "weight-decay",
                1e-4,
                "schedule.kind",
                "constant"));
    Optimiser optimiser = Optimisers.CATALOGUE.of(section).create(section);
    Optimiser.State state = optimiser.start(parameters, stream);

    Matrix images = random(image.features(), batch, stream);
    Matrix labels = random(10, batch, stream);
    Matrix outputGradient = new Matrix(10, batch);
    Parameters gradient = new Parameters(model.shapes());
    Model.Workspace workspace = model.trainingWorkspace(batch);
    double best = 0;
    for (int n = 0; n < steps; n++) {
      long start = THREAD.getCurrentThreadCpuTime();
      Matrix outputs = model.forward(parameters, images, workspace);
      long half = THREAD.getCurrentThreadCpuTime();
      double value = loss.gradient(outputs, labels, outputGradient);
      model.backward(parameters, images, workspace, outputGradient, gradient);
      model.commit(parameters, workspace);
      state.update(parameters, gradient, optimiser.stepSize(n), null);
      double forward = (half - start) / 1e9;
      double seconds = (THREAD.getCurrentThreadCpuTime() - start) / 1e9;
      best = Math.max(best, batch / seconds);
      System.out.printf(
          "%.3f s, forward %.3f, %.1f images/s, loss %.4f%n",
          seconds, forward, batch / seconds, value);
    }
    System.out.printf("best: %.1f images/s%n", best);
  }

  private static Section section(String slot, Map<String, Object> settings) {
    return new Section(slot, Settings.of(new TreeMap<>(settings)));
  }

  private static Matrix random(int rows, int columns, UniformRandomProvider stream) {
    Matrix matrix = new Matrix(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = 2 * stream.nextDouble() - 1;
    }
    return matrix;
  }
}
