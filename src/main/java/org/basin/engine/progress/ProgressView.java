package org.basin.engine.progress;

/** Where the progress of a run is shown. Its methods may be called by several threads. */
public interface ProgressView {

  /** Shows nothing. */
  ProgressView NONE =
      new ProgressView() {
        @Override
        public void started(RunStart start) {}

        @Override
        public void progress(ProgressState state) {}

        @Override
        public void warning(String line) {}
      };

  /** Called once for each run, when it is known what is to be trained. */
  void started(RunStart start);

  /**
   * Called at intervals of {@link #seconds}, and once when the training has ended and once when the
   * tables are written.
   */
  void progress(ProgressState state);

  /**
   * Tells the user one line, which may be called before a run starts and after it has ended.
   *
   * @param line what is wrong or worth knowing, without the program's name
   */
  void warning(String line);

  /** Called when the run has ended, whether it succeeded or not. */
  default void ended() {}

  /** The time between two calls of {@link #progress}, in seconds; infinite for none. */
  default double seconds() {
    return Double.POSITIVE_INFINITY;
  }
}
