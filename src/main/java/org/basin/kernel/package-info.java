/**
 * Small networks trained side by side, one trial a lane, lanes as SIMD lanes.
 *
 * <p>A tiny network's step is too small for a native call, and its sums too short for a SIMD unit;
 * eight such networks at once fill one without changing the order in which any of them adds. So a
 * lane's numbers do not depend on what stands beside it, nor on how many stand there.
 *
 * <p>Every kernel has two forms, equal to the bit: plain Java, and vectors, which need the module
 * jdk.incubator.vector. Neither fuses a multiplication and an addition, nor calls a library's exp
 * or tanh. Each of them exists for {@code double} and for {@code float}.
 */
package org.basin.kernel;
