package org.basin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.basin.config.ConfigException;
import org.basin.config.SweepReader;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.train.Outcome;
import org.basin.train.Trainer;
import org.basin.train.Verdict;

/**
 * Trains the trials of a sweep again and again, on one thread, as a task of an executor does, a
 * round at a time: {@code src/bench/compare} asks on standard input and takes the time. Answers a
 * line {@code WHAT COUNT} by what the round did, a number.
 *
 * <p>{@code train n} trains n batches and answers the steps taken, summed over trials. The parts of
 * a step, for the account beside it, answer n: see {@link Parts}.
 */
public final class Rounds {

  private Rounds() {}

  /** With the sweep file and {@code path=value} overrides. */
  public static void main(String[] args) throws IOException {
    Sweep sweep;
    try {
      Path file = Path.of(args[0]).toAbsolutePath();
      // These sweep files are ours, and include those of the papers, which stand elsewhere.
      SweepReader reader = new SweepReader(List.of(file.getRoot().toString()), note -> {});
      sweep = reader.read(file, Arrays.asList(args).subList(1, args.length));
    } catch (ConfigException e) {
      System.out.println("cannot: " + e.getMessage().lines().findFirst().orElse(""));
      return;
    }
    System.out.println("ready");
    Iterator<Outcome> outcomes = Trainer.train(endless(sweep), sweep.hittingTimes(), sweep.lanes());
    Parts parts = new Parts(sweep.grid().orElseThrow().trial(0));
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 2);
      LongUnaryOperator work =
          words[0].equals("train") ? n -> train(outcomes, n * sweep.lanes()) : parts.get(words[0]);
      System.out.println(work.applyAsLong(Long.parseLong(words[1])));
    }
  }

  private static long train(Iterator<Outcome> outcomes, long trials) {
    long steps = 0;
    for (long i = 0; i < trials; i++) {
      Outcome outcome = outcomes.next();
      if (outcome.verdict() != Verdict.EXHAUSTED) {
        throw new IllegalStateException(outcome.verdict() + " " + outcome.error());
      }
      steps += outcome.steps();
    }
    return steps;
  }

  /** The sweep's trials, from the first again after the last. */
  private static Iterator<TrialSpec> endless(Sweep sweep) {
    return new Iterator<>() {
      private long index;

      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public TrialSpec next() {
        return sweep.grid().orElseThrow().trial(index++ % sweep.grid().orElseThrow().size());
      }
    };
  }
}
