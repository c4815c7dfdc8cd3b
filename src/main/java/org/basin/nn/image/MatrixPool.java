package org.basin.nn.image;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.basin.linalg.Matrix;

/**
 * Matrices that the layers of one workspace use in turn. A backward pass takes matrices for
 * derivatives and gives them back, so that a deep network needs a few of them and not one per
 * layer.
 */
final class MatrixPool {

  private record Key(String use, int rows, int columns) {}

  private final Map<Key, Matrix> scratch = new HashMap<>();
  private final Map<Key, Deque<Matrix>> free = new HashMap<>();
  private final Set<Matrix> lent = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * The only matrix for this use and shape; the next caller with the same arguments overwrites it.
   */
  Matrix scratch(String use, int rows, int columns) {
    return scratch.computeIfAbsent(new Key(use, rows, columns), k -> new Matrix(rows, columns));
  }

  /** A matrix that only the caller uses until it is given back; its elements are arbitrary. */
  Matrix take(int rows, int columns) {
    Deque<Matrix> unused = free.computeIfAbsent(key(rows, columns), k -> new ArrayDeque<>());
    Matrix matrix = unused.isEmpty() ? new Matrix(rows, columns) : unused.pop();
    lent.add(matrix);
    return matrix;
  }

  /** Gives a matrix back. A matrix that was not taken here (the loss's derivative) is ignored. */
  void give(Matrix matrix) {
    if (lent.remove(matrix)) {
      free.get(key(matrix.rows(), matrix.columns())).push(matrix);
    }
  }

  private static Key key(int rows, int columns) {
    return new Key("", rows, columns);
  }
}
