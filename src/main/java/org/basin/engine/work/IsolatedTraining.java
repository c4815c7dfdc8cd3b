package org.basin.engine.work;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.train.Outcome;
import org.basin.train.TrainingWatch;
import org.basin.train.Verdict;

/**
 * Trains suspected trials one at a time. A trial that has repeatedly killed its process fails
 * without being trained.
 *
 * @param training trains a trial that is only suspected
 * @param condemned the reasons why the other trials fail, by index
 */
record IsolatedTraining(Training training, Map<Long, String> condemned) implements Training {

  @Override
  public Iterator<Outcome> train(Iterator<TrialSpec> specs, List<HittingTime> watched, int lanes) {
    return train(specs, watched, lanes, TrainingWatch.NONE);
  }

  @Override
  public Iterator<Outcome> train(
      Iterator<TrialSpec> specs, List<HittingTime> watched, int lanes, TrainingWatch watch) {
    List<TrialSpec> suspected = new ArrayList<>();
    List<Outcome> failed = new ArrayList<>();
    specs.forEachRemaining(
        spec -> {
          String reason = condemned.get(spec.index());
          if (reason == null) {
            suspected.add(spec);
          } else {
            failed.add(new Outcome(spec, Verdict.FAILED, 0, reason, List.of(), List.of(), 0));
          }
        });
    Iterator<Outcome> trained = training.train(suspected.iterator(), watched, 1, watch);
    Iterator<Outcome> told = failed.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return told.hasNext() || trained.hasNext();
      }

      @Override
      public Outcome next() {
        return told.hasNext() ? told.next() : trained.next();
      }
    };
  }
}
