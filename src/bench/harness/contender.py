"""Processes that work on request, and the processor time that the work takes."""

import ctypes
import subprocess
import time

ROUND_SECONDS = 0.25

_libc = ctypes.CDLL(None)


class Server:
    """A process that reads lines "WHAT COUNT" on standard input and answers each with the number of things it did."""

    def __init__(self, command, env):
        self.process = subprocess.Popen(
            command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.refusal = None
        greeting = self.process.stdout.readline().strip()
        if greeting.startswith("cannot:"):
            self.refusal = greeting
        elif greeting != "ready":
            raise SystemExit(f"compare: {' '.join(command)} failed:\n{greeting}\n{self.process.stderr.read()}")
        clock = ctypes.c_int()
        if _libc.clock_getcpuclockid(self.process.pid, ctypes.byref(clock)):
            raise SystemExit("compare: this system does not tell a process's time; Linux does")
        self.clock = clock.value

    def work(self, what, count):
        """The processor seconds of all threads of the process, and its answer."""
        start = time.clock_gettime(self.clock)
        self.process.stdin.write(f"{what} {count}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        seconds = time.clock_gettime(self.clock) - start
        if not answer:
            raise SystemExit(f"compare: {' '.join(self.process.args)} died:\n{self.process.stderr.read()}")
        return seconds, int(answer)

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()


class Contender:
    """One row of a table: a kind of work, which equal processes do in turn."""

    def __init__(self, name, servers, what, warm_seconds, least=1):
        self.name, self.servers, self.what, self.warm_seconds = name, servers, what, warm_seconds
        self.least = least  # Of a round's steps; for a contender whose calls cost much besides.
        self.micros = []
        self.count = 1

    def warm(self):
        """Warms compilers and caches up, and finds how much work makes a round."""
        for server in self.servers:
            server.work(self.what, 1)  # Makes the data and networks.
            spent, count = 0, 1
            while spent < self.warm_seconds:
                seconds, _ = server.work(self.what, count)
                spent += seconds
                if seconds < self.warm_seconds / 8:
                    count *= 2
        seconds, _ = self.servers[0].work(self.what, count)
        self.count = max(self.least, round(count * ROUND_SECONDS / max(seconds, 1e-6)))

    def round(self, number):
        seconds, done = self.servers[number % len(self.servers)].work(self.what, self.count)
        self.micros.append(1e6 * seconds / done)

    @property
    def best(self):
        """The min time over the rounds, in microseconds."""
        return min(self.micros)

    @property
    def spread(self):
        """The excess of the median over the min of the rounds, as a fraction."""
        ordered = sorted(self.micros)
        return ordered[len(ordered) // 2] / ordered[0] - 1
