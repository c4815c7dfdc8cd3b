/**
 * The native matrix product, as many copies of it as threads use it at once.
 *
 * <p>jblas 1.2.5 carries an OpenBLAS built for one thread without locks (USE_THREAD=0): two threads
 * of one JVM that multiply at the same time share its scratch memory and now and then get wrong
 * products (OpenBLAS issues 1755, 2126 and 2711). A lock would put an executor's tasks in a queue;
 * so each thread multiplies with a {@link org.basin.linalg.blas.JblasCopy copy of the library} of
 * its own.
 *
 * <p>From Java 22 on a copy is called {@link org.basin.linalg.blas.ForeignGemm in place}; before,
 * jblas copies arrays. {@link org.basin.linalg.blas.KernelChoice} lets OpenBLAS take the kernels of
 * newer CPUs.
 *
 * <p>Used by {@link org.basin.linalg.Blas}, and for a run's record, alone.
 */
package org.basin.linalg.blas;
