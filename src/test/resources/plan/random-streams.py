"""Prints the golden outputs of RandomStreamsTest: xoshiro256++ seeded by FNV-1a and SplitMix64."""

M = (1 << 64) - 1


def mix(z):
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & M
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & M
    return z ^ (z >> 31)


def stream(seed, name):
    h = 0xCBF29CE484222325
    for byte in name.encode():
        h = (h ^ byte) * 0x100000001B3 & M
    h ^= mix(seed & M)
    s = []
    for _ in range(4):
        h = (h + 0x9E3779B97F4A7C15) & M
        s.append(mix(h))
    rotl = lambda x, k: (x << k | x >> (64 - k)) & M
    while True:
        yield (rotl((s[0] + s[3]) & M, 23) + s[0]) & M
        t = s[1] << 17 & M
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 45)


if __name__ == "__main__":
    golden = stream(42, "data")
    print("%#018x %#018x" % (next(golden), next(golden)))
    print("%#018x" % next(stream(-1, "é")))
