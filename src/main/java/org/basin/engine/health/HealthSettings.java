package org.basin.engine.health;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import org.basin.engine.storage.Causes;
import org.basin.engine.storage.EngineException;

/**
 * When something counts as worth mending. The keys and their defaults stand at {@code basin.doctor}
 * in {@code reference.conf}.
 *
 * @param smallHeap the heap below which a process is small, in bytes
 * @param largeHeapShare the share of the memory from which on a heap is large
 * @param freeSpace the free space below which a disk is nearly full, in bytes
 * @param columns the width of a terminal below which tables are cut, in characters
 * @param answerSeconds the time in which an executor or a program must answer, in seconds
 */
public record HealthSettings(
    long smallHeap, double largeHeapShare, long freeSpace, int columns, double answerSeconds) {

  /**
   * Reads the settings from {@code reference.conf} and from system properties.
   *
   * @throws EngineException if a system property is wrong
   */
  public static HealthSettings load() {
    try {
      Config all = ConfigFactory.load(HealthSettings.class.getClassLoader());
      Config doctor = all.getConfig("basin.doctor");
      return new HealthSettings(
          doctor.getBytes("small-heap"),
          doctor.getDouble("large-heap-share"),
          doctor.getBytes("free-space"),
          doctor.getInt("columns"),
          doctor.getDouble("answer-seconds"));
    } catch (ConfigException e) {
      throw new EngineException(Causes.line(e), e);
    }
  }
}
