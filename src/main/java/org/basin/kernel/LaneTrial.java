package org.basin.kernel;

import org.basin.linalg.Matrix;
import org.basin.nn.Parameters;

/**
 * What a lane starts from.
 *
 * @param parameters at step 0; not modified
 * @param inputs (inputs × examples); not modified; null for a {@link StepKernel}
 * @param labels (outputs × examples); likewise
 * @param momentum μ in [0, 1)
 * @param weightDecay λ ≥ 0
 */
public record LaneTrial(
    Parameters parameters, Matrix inputs, Matrix labels, double momentum, double weightDecay) {}
