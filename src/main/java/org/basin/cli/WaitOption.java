package org.basin.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Stack;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.basin.engine.lease.LeaseHeldException;
import org.basin.engine.storage.EngineException;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that lets a verb wait while another process is using the sweep. */
final class WaitOption {

  private static final String FOREVER = "forever";
  private static final Pattern TIME = Pattern.compile("(\\d{1,4})([smhd])");

  /** The time between two looks at the sweep. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  @Option(
      names = "--wait",
      arity = "0..1",
      fallbackValue = FOREVER,
      paramLabel = "TIME",
      preprocessor = NextWord.class,
      description =
          "Wait while another process is using the sweep, and do not end with status 2 at once. TIME"
              + " is the longest time to wait, such as 90s, 10m, 2h or 1d; without it, there is no"
              + " limit.")
  private String time;

  /**
   * Does {@code work} once nobody else is using the sweep.
   *
   * @param say receives one line when it is told who is using the sweep
   * @throws LeaseHeldException if the sweep is still in use when the time is over
   */
  <T> T then(Supplier<T> work, Consumer<String> say) {
    long start = System.nanoTime();
    long limit = limit().toNanos();
    String told = "";
    while (true) {
      try {
        return work.get();
      } catch (LeaseHeldException e) {
        if (System.nanoTime() - start >= limit) {
          throw e;
        }
        String holder = e.getMessage().replaceFirst("( \\(last sign[^)]*\\))?;.*", "");
        if (!holder.equals(told)) {
          told = holder;
          say.accept(holder + "; waiting" + (time.equals(FOREVER) ? "" : " for up to " + time));
        }
        pause();
      }
    }
  }

  /**
   * Checks the option before anything is started.
   *
   * @throws UsageException if its time is none
   */
  void check() {
    var unused = limit();
  }

  /** Takes the word after the option only if it is a time: it may be the sweep file. */
  static final class NextWord implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> words, CommandSpec verb, ArgSpec option, Map<String, Object> found) {
      boolean isAttached = "=".equals(found.get("separator"));
      if (isAttached || (!words.isEmpty() && TIME.matcher(words.peek()).matches())) {
        return false;
      }
      option.setValue(FOREVER);
      return true;
    }
  }

  /** The longest time to wait. */
  private Duration limit() {
    if (time == null) {
      return Duration.ZERO;
    }
    if (time.equals(FOREVER)) {
      return Duration.ofDays(10_000);
    }
    Matcher parts = TIME.matcher(time);
    if (!parts.matches()) {
      throw new UsageException("--wait " + time + ": a time is written as 90s, 10m, 2h or 1d");
    }
    long count = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted while another process was using the sweep", e);
    }
  }
}
