"""Noise that SGD adds out of the plane of v and w(0), Lin, Sun & Zhang (2021), one layer.

x spherically symmetric, y = sgn(x2), loss ln(1 + exp(-y w'x)), w(0) = .6 e1 - .8 e2. In expectation
a weight out of the plane is multiplied in each step by the same factor 1 + eta beta as the one along
e1, -dL/dw1 = beta w1, since -grad L = (c0/pi) v + beta w. To first order in the noise its variance is

    V(n + 1) = (1 + eta beta_n)^2 V(n) + eta^2 q_n / batch,   q = E[s(-y w'x)^2 x3^2],

along the path of gradient descent by the exact gradient; s is the logistic function. Everything by
Gauss quadrature in the radius and the angle of (x1, x2), on x2 > 0 (x and -x give the same).

Prints: law, d, step, V.
"""

import numpy as np
from scipy.special import roots_genlaguerre, roots_jacobi

ETA, BATCH = 1e-3, 1000
STEPS = (1000, 2000, 4000, 10000, 25000)


def radii(law, d):
    """Nodes and weights in rho^2 of the radius of (x1, x2)."""
    if law == "gaussian":  # rho^2 / 2 is exponential.
        u, weight = roots_genlaguerre(60, 0)
        return 2 * u, weight
    # rho^2 is Beta(1, (d - 2) / 2): density proportional to (1 - u)^((d - 4) / 2).
    u, weight = roots_jacobi(60, (d - 4) / 2, 0)
    return (1 + u) / 2, weight / weight.sum()


def variances(law, d):
    square, of_square = radii(law, d)
    u, of_angle = np.polynomial.legendre.leggauss(48)
    angle = np.pi * (1 + u) / 2
    x1 = np.outer(np.sqrt(square), np.cos(angle))
    x2 = np.outer(np.sqrt(square), np.sin(angle))
    x3_square = np.ones(len(square)) if law == "gaussian" else (1 - square) / (d - 2)
    weight = np.outer(of_square, of_angle / 2)
    of_third = weight * x3_square[:, None]
    w1, w2, v = 0.6, -0.8, 0.0
    for n in range(max(STEPS) + 1):
        if n in STEPS:
            yield n, v, np.degrees(np.arctan2(w1, w2))
        s = 1 / (1 + np.exp(w1 * x1 + w2 * x2))
        g1, g2 = (weight * s * x1).sum(), (weight * s * x2).sum()
        v = (1 + ETA * g1 / w1) ** 2 * v + ETA**2 * (of_third * s * s).sum() / BATCH
        w1, w2 = w1 + ETA * g1, w2 + ETA * g2


if __name__ == "__main__":
    for law, d in (("gaussian", 3), ("sphere", 3), ("sphere", 10), ("sphere", 100)):
        for n, v, theta in variances(law, d):
            print(f"{law} {d if law == 'sphere' else '>2'} {n} {v:.6e} {theta:.6f}")
