/**
 * The native matrix product, with as many copies of its library as threads use at once.
 *
 * <p>jblas 1.2.5 carries an OpenBLAS built for one thread without locks (USE_THREAD=0): two threads
 * of one JVM that multiply at the same time share its scratch memory and now and then get wrong
 * products (OpenBLAS issues 1755, 2126 and 2711). With one lock, the tasks of an executor would
 * wait for each other; so each thread multiplies with its own {@link
 * org.basin.linalg.blas.JblasCopy copy of the library}.
 *
 * <p>From Java 22 on a copy is called {@link org.basin.linalg.blas.ForeignGemm in place}; before,
 * jblas copies arrays. {@link org.basin.linalg.blas.KernelChoice} makes OpenBLAS use the kernels
 * for newer CPUs.
 *
 * <p>Used only by {@link org.basin.linalg.Blas} and for the record of a run.
 */
package org.basin.linalg.blas;
