package org.basin.train;

/** A trial needs more memory than there is, by what was predicted. */
final class NoRoomException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the whole of what its trial tells
   */
  NoRoomException(String message) {
    super(message);
  }
}
