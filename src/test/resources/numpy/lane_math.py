"""Coefficients of LaneMath in kernel.doubles and .floats: polynomials through Chebyshev's nodes.

(e^r - 1 - r)/r^2 for |r| <= ln(2)/2, and (2 atanh(t) - 2t)/t^3 in t^2, for 0 <= t <= 1/3.
Quotients of two polynomials: tanh(h)/h in h^2, for |h| <= ln(2)/4, and e^(u^2/2) Phi(-u) in u.
Printed beside: the greatest error of e^r, and of the others relative to themselves.
"""

from mpmath import cos, erfc, exp, factorial, log, lu_solve, matrix, mp, mpf, pi, polyval, sqrt, tanh

mp.dps = 80


def chebyshev(low, high, n):
    return [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * n)) for i in range(n)]


def interpolation(f, low, high, degree):
    n = degree + 1
    nodes = chebyshev(low, high, n)
    c = lu_solve(matrix([[x**k for k in range(n)] for x in nodes]), matrix([f(x) for x in nodes]))
    return [float(c[k]) for k in range(n)]


def show(name, coefficients, error):
    print(name, "error 2^%.1f" % (log(error) / log(2)))
    for k, c in enumerate(coefficients):
        print("  %d  %r" % (k, c))


def exponential(degree):
    half = log(mpf(2)) / 2
    f = lambda r: sum(r**k / factorial(k + 2) for k in range(40))
    p = interpolation(f, -half, half, degree)
    points = [half * i / 1000 for i in range(-1000, 1001)]
    show("exp", p, max(abs(r * r * (polyval(p[::-1], r) - f(r))) for r in points))


def logarithm(degree):
    f = lambda u: sum(2 * u**k / (2 * k + 3) for k in range(60))
    p = interpolation(f, mpf(0), mpf(1) / 9, degree)
    points = [mpf(i) / 9000 for i in range(1, 1001)]
    show("log1p", p, max(abs(u * (polyval(p[::-1], u) - f(u)) / 2) for u in points))


def quotient(name, f, nodes, above, below, points):
    """A quotient through the nodes, of polynomials of two degrees; the lower one's constant is 1."""
    up = above + 1
    rows = [[x**k / f(x) for k in range(up)] + [-(x**k) for k in range(1, below + 1)] for x in nodes]
    c = lu_solve(matrix(rows), matrix([1] * len(nodes)))
    p = [float(c[k]) for k in range(up)]
    q = [1.0] + [float(c[up + k]) for k in range(below)]
    error = max(abs(polyval(p[::-1], x) / polyval(q[::-1], x) / f(x) - 1) for x in points)
    show(name + " above", p, error)
    show(name + " below", q, error)


def tangent(degree):
    """The constants above and below are 1, so that only the rest is sought."""
    end = (log(mpf(2)) / 4) ** 2
    f = lambda s: tanh(sqrt(s)) / sqrt(s)
    nodes = chebyshev(mpf(0), end, 2 * degree)
    rows = [[x**k for k in range(degree)] + [-f(x) * x**k for k in range(degree)] for x in nodes]
    c = lu_solve(matrix(rows), matrix([(f(x) - 1) / x for x in nodes]))
    p = [1.0] + [float(c[k]) for k in range(degree)]
    q = [1.0] + [float(c[degree + k]) for k in range(degree)]
    points = [end * i / 1000 for i in range(1, 1001)]
    error = max(abs(polyval(p[::-1], x) / polyval(q[::-1], x) / f(x) - 1) for x in points)
    show("tanh above", p, error)
    show("tanh below", q, error)


def tail(degree, end, middle):
    """The nodes are Chebyshev's in (u - middle) / (u + middle)."""
    f = lambda u: exp(u * u / 2) * erfc(u / sqrt(mpf(2))) / 2
    nodes = chebyshev(mpf(-1), (end - middle) / (end + middle), 2 * degree + 2)
    nodes = [middle * (1 + y) / (1 - y) for y in nodes]
    points = [end * i / 1000 for i in range(1001)] + [mpf(i) / 250 for i in range(1000)]
    quotient("tail", f, nodes, degree, degree + 1, points)


if __name__ == "__main__":
    for d, bits, t, u, end, middle in (
        (9, 42, 2, 10, mpf("37.7"), mpf(4)),  # double
        (4, 15, 1, 4, mpf("13.3"), mpf(3)),  # float
    ):
        exponential(d)
        logarithm(d)
        tangent(t)
        tail(u, end, middle)
        ln2 = log(mpf(2))
        high = mpf(int(ln2 * mpf(2) ** bits)) / mpf(2) ** bits
        print("ln 2 =", repr(float(high)), "+", repr(float(ln2 - high)))
    half = float(log(mpf(2)) / 2)
    print("ln 2 / 2 =", repr(half), "+", repr(float(log(mpf(2)) / 2 - half)))
    print("1 / ln 2 =", repr(float(1 / ln2)))
