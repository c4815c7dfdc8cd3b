package org.basin.engine.publish;

/** Does the same as {@link PublicationLooksTest} with a million looks. */
class PublicationLooksSoak extends PublicationLooksTest {

  @Override
  long wanted() {
    return 1_000_000;
  }
}
