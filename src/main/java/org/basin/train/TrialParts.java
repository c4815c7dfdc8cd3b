package org.basin.train;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.data.Data;
import org.basin.data.DataKinds;
import org.basin.data.FreshSamples;
import org.basin.data.Minibatches;
import org.basin.data.Population;
import org.basin.data.TrainingSet;
import org.basin.kernel.LaneShape;
import org.basin.kernel.LaneShapes;
import org.basin.kernel.LaneTrial;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;
import org.basin.nn.ArraySizes;
import org.basin.nn.Initialiser;
import org.basin.nn.Loss;
import org.basin.nn.Minibatch;
import org.basin.nn.Model;
import org.basin.nn.Objective;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.nn.init.Initialisers;
import org.basin.nn.loss.Losses;
import org.basin.nn.model.Models;
import org.basin.nn.optimiser.Optimisers;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.probe.Probe;
import org.basin.probe.SetObjective;
import org.basin.probe.StepObjective;
import org.basin.probe.WholeLoss;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Everything of which a trial is made, built from its spec and checked before the first step.
 * Building costs about as much as making the data and trains nothing, so a dry run can build the
 * points that it checks. Probes and the loss have state, so an instance serves one run only.
 */
public final class TrialParts {

  private final TrialSpec spec;
  private final Data data;
  private final Model model;
  private final Initialiser initialiser;
  private final Loss loss;
  private final Optimiser optimiser;
  private final Precision precision;
  private final Objective wholeLoss;
  private final StoppingRule stop;
  private final ObservationSchedule schedule;
  private final List<Probe> probes;
  private final WatchList watched;

  private TrialParts(TrialSpec spec, Data data, List<HittingTime> watched) {
    this.spec = spec;
    this.data = data;
    Section lossSection = spec.section("loss");
    this.loss = Losses.CATALOGUE.of(lossSection).create(lossSection);
    Section modelSection = spec.section("model");
    this.model =
        Models.CATALOGUE
            .of(modelSection)
            .create(modelSection, data.inputs(), data.outputs(), data.image());
    ArraySizes.check(modelSection, model.shapes());
    Section initSection = spec.section("init");
    this.initialiser = Initialisers.CATALOGUE.of(initSection).create(initSection);
    Section optimiserSection = spec.section("optimiser");
    this.optimiser = Optimisers.CATALOGUE.of(optimiserSection).create(optimiserSection);
    optimiser.check(model.shapes());
    this.stop = StoppingRule.of(spec.section("stop"));
    Section observe = spec.section("observe");
    Section at = observe.section("at");
    this.schedule = ObservationSchedules.CATALOGUE.of(at).create(at, stop.maxSteps());
    checkBatch();
    this.precision = Precision.of(spec.text("precision"));
    checkPrecision();
    this.wholeLoss = WholeLoss.of(model, data, loss);
    checkStop();
    checkSizes(modelSection);
    this.probes = ProbeList.of(observe, model, data, loss);
    this.watched = WatchList.of(watched, observe, scalars(), wholeLoss != null);
  }

  /**
   * Builds a trial.
   *
   * @param watched hitting times that the sweep watches besides the trial's own
   * @throws SpecException if the settings are not legal or contradict each other
   */
  public static TrialParts of(TrialSpec spec, List<HittingTime> watched) {
    return of(spec, makeData(spec), watched);
  }

  /**
   * Builds a trial on data that {@link #makeData} made for it, or for a trial with the same data.
   */
  public static TrialParts of(TrialSpec spec, Data data, List<HittingTime> watched) {
    return new TrialParts(spec, data, watched);
  }

  /** Makes the trial's data, from its data section and data seed alone. */
  public static Data makeData(TrialSpec spec) {
    Section section = spec.section("data");
    return DataKinds.CATALOGUE
        .of(section)
        .create(section, RandomStreams.stream(spec.seeds().data(), "data"));
  }

  private void checkBatch() {
    Minibatch batch = optimiser.minibatch();
    String kind = spec.section("optimiser").kind();
    if (data instanceof FreshSamples && batch == null) {
      throw new SpecException(
          "optimiser.kind",
          "is " + kind + " on the full batch, must take minibatches: the data are fresh samples");
    }
    if (data instanceof Population && batch != null) {
      throw new SpecException(
          "optimiser.kind",
          "is " + kind + " on minibatches, must take the full batch: the data are a population");
    }
    if (data instanceof TrainingSet set) {
      loss.check(set.labels());
      if (set.augmentation() != null && batch == null) {
        throw new SpecException(
            "optimiser.kind",
            "is " + kind + " on the full batch, must take minibatches: the data are augmented");
      }
    }
  }

  private void checkPrecision() {
    if (precision == Precision.FLOAT && laneShape() == null) {
      throw new SpecException(
          "precision", "is float, must be double: no kernel in float trains such a trial");
    }
  }

  /** Checks that Java's arrays can hold the results of a pass over a block of examples. */
  private void checkSizes(Section section) {
    LaneShape shape = laneShape();
    double examples = Footprint.longestPass(this, shape);
    for (Shape each : model.shapes()) {
      ArraySizes.check(section, "activations of", each.rows(), examples);
    }
  }

  private void checkStop() {
    if (wholeLoss == null && stop.watchesLoss()) {
      throw new SpecException("stop.target-loss", "needs a loss over all examples, unknown here");
    }
    if (wholeLoss == null && stop.watchesGradient()) {
      throw new SpecException("stop.gradient-norm", "needs a loss over all examples, unknown here");
    }
  }

  public TrialSpec spec() {
    return spec;
  }

  public Data data() {
    return data;
  }

  public Model model() {
    return model;
  }

  public Loss loss() {
    return loss;
  }

  /** Whether the initialiser fits every model, so that none need be tried. */
  public boolean initialiserFitsEveryModel() {
    return initialiser.fitsEveryModel();
  }

  public Optimiser optimiser() {
    return optimiser;
  }

  public Precision precision() {
    return precision;
  }

  public StoppingRule stop() {
    return stop;
  }

  public ObservationSchedule schedule() {
    return schedule;
  }

  public List<Probe> probes() {
    return probes;
  }

  /** Returns the scalar observables that the probes record, in the order of the probes. */
  public List<String> scalars() {
    return probes.stream().flatMap(probe -> probe.scalars().stream()).toList();
  }

  /** Returns the loss over the training set or the population; null where neither is known. */
  Objective wholeLoss() {
    return wholeLoss;
  }

  /**
   * Returns the loss that a full-batch step descends; null if it is the whole loss, as for every
   * model that does not train on batches.
   */
  StepObjective trainingLoss() {
    return model.trainsOnBatches() && data instanceof TrainingSet set
        ? SetObjective.training(model, loss, set.examples(), set.labels())
        : null;
  }

  /**
   * Returns the loss that a step descends, evaluated through jblas; null if it is the whole loss.
   *
   * @param stream the minibatches; null for a full-batch trial
   */
  StepObjective stepLoss(ExampleStream stream) {
    return stream == null ? trainingLoss() : new BatchObjective(model, loss, stream);
  }

  /**
   * Returns the shape of the kernel that trains this trial beside others; null if it trains by
   * itself.
   */
  LaneShape laneShape() {
    if (model.trainsOnBatches()) {
      return null;
    }
    if (data instanceof TrainingSet set) {
      return set.augmentation() == null
          ? LaneShapes.of(model, loss, optimiser, set.size(), precision).orElse(null)
          : null;
    }
    return data instanceof FreshSamples
        ? LaneShapes.of(model, loss, optimiser, 0, precision).orElse(null)
        : null;
  }

  /** Returns the trial in the form for a kernel of its {@link #laneShape}. */
  LaneTrial laneTrial(Parameters parameters) {
    return data instanceof TrainingSet set
        ? LaneTrial.of(optimiser, parameters, set.examples(), set.labels())
        : LaneTrial.of(optimiser, parameters, null, null);
  }

  /**
   * Returns the examples of the step at which the stream stands.
   *
   * @param stream the minibatches; null for a full-batch trial on a training set
   */
  StepExamples stepExamples(ExampleStream stream) {
    return stream == null
        ? StepExamples.of(((TrainingSet) data).examples(), ((TrainingSet) data).labels())
        : stream.examples();
  }

  WatchList watched() {
    return watched;
  }

  /**
   * Returns the parameters from which the trial starts. Each call draws them anew, with the same
   * result.
   *
   * @throws SpecException if the initialiser does not fit the model
   */
  public Parameters initialParameters() {
    Parameters parameters = new Parameters(model.shapes());
    model.initialise(initialiser, parameters, RandomStreams.stream(spec.seeds().init(), "init"));
    return parameters;
  }

  /** Returns a random stream from the order seed, for an optimiser that draws random numbers. */
  UniformRandomProvider noise() {
    return RandomStreams.stream(spec.seeds().order(), "noise");
  }

  /**
   * Returns a stream of the trial's minibatches.
   *
   * @return null for a full-batch trial
   */
  ExampleStream examples() {
    Minibatch batch = optimiser.minibatch();
    return batch == null
        ? null
        : new ExampleStream(Minibatches.of(data, batch, spec.seeds(), precision));
  }
}
