"""Coefficients of LaneMath in kernel.doubles and .floats: polynomials through Chebyshev's nodes.

(e^r - 1 - r)/r^2 for |r| <= ln(2)/2, and (2 atanh(t) - 2t)/t^3 in t^2, for 0 <= t <= 1/3.
Printed beside: the greatest error of e^r, and of 2 atanh(t) relative to itself.
"""

from mpmath import atanh, cos, exp, factorial, log, lu_solve, matrix, mp, mpf, pi, polyval

mp.dps = 60


def interpolation(f, low, high, degree):
    n = degree + 1
    nodes = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * n)) for i in range(n)]
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


if __name__ == "__main__":
    for d, bits in ((9, 42), (4, 15)):  # double, float
        exponential(d)
        logarithm(d)
        ln2 = log(mpf(2))
        high = mpf(int(ln2 * mpf(2) ** bits)) / mpf(2) ** bits
        print("ln 2 =", repr(float(high)), "+", repr(float(ln2 - high)))
    print("1 / ln 2 =", repr(float(1 / ln2)))
