/**
 * Trains small networks side by side. Each trial has a lane, and the lanes are the elements of SIMD
 * vectors.
 *
 * <p>A tiny network's step is too small for a native call, and its sums are too short for a SIMD
 * unit. Eight such networks at once fill the unit, and each still adds its numbers in the same
 * order. So a lane's numbers depend neither on the other lanes nor on their number.
 *
 * <p>Every kernel has two implementations with the same results to the last bit: one in plain Java,
 * and one with SIMD vectors, which needs the module jdk.incubator.vector. Kernels of lanes do not
 * fuse multiply-adds and do not call a library's exp or tanh. Both implementations exist for {@code
 * double} and for {@code float}.
 */
package org.basin.kernel;
