package org.basin.settings;

/**
 * Reports a setting that its key's type and range allow but that is not possible: a shape that does
 * not fit another, a file that cannot be read, a contradiction. The user gets one line that names
 * the path; the package {@code config} adds the file and the line.
 */
public final class SpecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;

  public SpecException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /**
   * @param path the setting at fault, such as {@code model.width}
   * @param message the rest of a sentence that begins with the path; it says what is wrong and what
   *     would be right
   */
  public SpecException(String path, String message) {
    this(new Problem(path, Problem.Kind.ILLEGAL, message));
  }

  /** The fault. */
  public Problem problem() {
    return problem;
  }

  /** The setting at fault. */
  public String path() {
    return problem.path();
  }
}
