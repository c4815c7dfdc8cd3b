package org.basin.engine.work;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.Causes;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.ProcessLoss;

/** A job over committed work failed because some of the work cannot be read. */
public final class DamagedWorkException extends EngineException {

  private static final long serialVersionUID = 1L;

  /**
   * Matches names and messages of what Spark, Hadoop and Parquet throw when a file cannot be read.
   */
  private static final Pattern READING =
      Pattern.compile(
          "FAILED_READ_FILE|CANNOT_READ_FILE|ChecksumException|FileNotFoundException|EOFException"
              + "|org\\.apache\\.parquet|not a Parquet file");

  private final transient CommittedWork committed;

  private DamagedWorkException(CommittedWork committed, Throwable cause) {
    super(String.join("; ", committed.problems()), cause);
    this.committed = committed;
  }

  /** The work, with the slices now known to be damaged marked. */
  public CommittedWork committed() {
    return committed;
  }

  /** Something that reads committed work. */
  @FunctionalInterface
  public interface Reading<T> {
    T read();
  }

  /**
   * Runs {@code reading}, which reads {@code committed}.
   *
   * @throws DamagedWorkException if it fails, and reading each slice shows that some slices are
   *     damaged
   */
  public static <T> T watch(SparkSession spark, CommittedWork committed, Reading<T> reading) {
    try {
      return reading.read();
    } catch (RuntimeException e) {
      throw explained(spark, committed, e);
    } catch (Exception e) { // SparkException, which Scala throws undeclared.
      String line = ProcessLoss.inOneLine(e);
      throw explained(
          spark,
          committed,
          Causes.isOfMachine(e) ? new MachineException(line, e) : new EngineException(line, e));
    }
  }

  /** Whether a damaged file can be the cause of {@code failure}. */
  public static boolean isOfReading(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (READING.matcher(t.toString()).find()) {
        return true;
      }
    }
    return false;
  }

  private static RuntimeException explained(
      SparkSession spark, CommittedWork committed, RuntimeException e) {
    if (!isOfReading(e)) {
      return e;
    }
    List<Slice> bad = UnreadableFiles.damaged(spark, committed);
    return bad.isEmpty() ? e : new DamagedWorkException(committed.without(bad), e);
  }
}
