package org.basin.nn;

/**
 * The function of an activation, for code such as a kernel that computes it in another way.
 *
 * @param kind the function
 * @param parameter the kind's parameter; 0 if the kind has none
 */
public record ActivationForm(Kind kind, double parameter) {

  /** The functions σ(z), with their derivatives where these need a definition. */
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

  /** Makes the form of a function without a parameter. */
  public ActivationForm(Kind kind) {
    this(kind, 0);
  }
}
