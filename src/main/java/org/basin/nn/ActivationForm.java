package org.basin.nn;

/**
 * Which function an activation is, for code that computes it in a way of its own.
 *
 * @param kind the function
 * @param parameter the number that its kind names; 0 where it names none
 */
public record ActivationForm(Kind kind, double parameter) {

  /** The functions σ(z), with their derivatives where those are not the usual ones. */
  public enum Kind {
    /** z. */
    IDENTITY,
    /** max(0, z), with the parameter as the derivative at 0. */
    RELU,
    /** z for z &gt; 0, else the parameter times z; σ′(0) is the parameter. */
    LEAKY_RELU,
    /** z for z &gt; 0, else the parameter times e^z − 1; σ′(0) is the parameter. */
    ELU,
    /** max(0, z)². */
    SQUARED_RELU,
    /** 1 / (1 + e^{−z}). */
    SIGMOID,
    /** The hyperbolic tangent. */
    TANH,
    /** ln(1 + e^z). */
    SOFTPLUS,
    /** z / (1 + e^{−z}). */
    SILU,
    /** zΦ(z), Φ the standard normal distribution function. */
    GELU,
    /** z/2 · (1 + tanh(√(2/π)·(z + 0.044715 z³))). */
    GELU_BY_TANH
  }

  /** A function without a parameter. */
  public ActivationForm(Kind kind) {
    this(kind, 0);
  }
}
