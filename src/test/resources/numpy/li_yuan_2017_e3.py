"""Li & Yuan (2017), two phases: gradient descent on the population loss, by NumPy alone.

Writes li-yuan-2017-e3.csv beside this file. The angles here are plain arc cosines of clipped
cosines: exact enough, since no neuron comes near another in these hundred steps.
"""

import os

import numpy as np

ROWS = []


def angles(a, b):
    """The angle between each row of a and each of b, and the rows' norms."""
    na, nb = np.linalg.norm(a, axis=1), np.linalg.norm(b, axis=1)
    return np.arccos(np.clip(a @ b.T / np.outer(na, nb), -1, 1)), na, nb


def kernel(a, b):
    """E ReLU(ax) ReLU(bx), summed over all pairs."""
    theta, na, nb = angles(a, b)
    return (np.outer(na, nb) * (np.sin(theta) + (np.pi - theta) * np.cos(theta))).sum() / (2 * np.pi)


def descent(u, v):
    """-dL/du."""
    tv, nv, nu = angles(v, u)
    tu, _, _ = angles(u, u)
    np.fill_diagonal(tu, 0)
    s = (np.pi / 2) * (v - u).sum(axis=0)
    pull = (np.pi / 2 - tv).T @ v - (np.pi / 2 - tu).T @ u
    sines = nv @ np.sin(tv) - nu @ np.sin(tu)
    return (s + pull + sines[:, None] * u / nu[:, None]) / np.pi


def run(d, a, b, step, steps, listed):
    j = np.arange(1, d + 1)
    q = np.sqrt(2 / (d + 1)) * np.sin(np.pi * np.outer(j, j) / (d + 1))
    v = np.eye(d) - a * np.eye(d) + b * q
    w = np.zeros((d, d))
    for t in range(steps + 1):
        u = np.eye(d) + w
        move = descent(u, v)
        if t in listed:
            nu, nv = np.linalg.norm(u, axis=1), np.linalg.norm(v, axis=1)
            big = v.T @ (v / nv[:, None]) - u.T @ (u / nu[:, None])
            ROWS.append(
                (
                    d,
                    t,
                    kernel(u, u) + kernel(v, v) - 2 * kernel(v, u),
                    (nv - nu).sum(),
                    np.linalg.norm(big, 2),
                    np.linalg.norm((v - u).sum(axis=0)),
                    np.linalg.norm(v - u),
                    np.linalg.norm(w, 2),
                    (move * (v - u)).sum(),
                )
            )
        w = w + step * move


run(400, 0.03, 0.4, 1e-3, 100, {0, 1, 3, 4, 10, 20, 30, 100})
run(30, 0.1, 0.6, 1e-2, 20, {0, 5, 20})

with open(os.path.join(os.path.dirname(__file__), "li-yuan-2017-e3.csv"), "w") as out:
    out.write(
        "dimension,step,loss,potential,potential-matrix-norm,neuron-sum-gap,"
        "teacher-distance,spectral-norm,alignment\n"
    )
    for row in ROWS:
        out.write(",".join(f"{x:.16g}" for x in row) + "\n")
