package org.basin.cli;

/** Does the same as {@link MutatedSweepsTest} with a thousand files. */
class MutatedSweepsSoak extends MutatedSweepsTest {

  @Override
  int files() {
    return 1000;
  }
}
