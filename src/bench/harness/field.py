"""Everyone who takes part in a workload: processes, and what they are asked."""

import subprocess
from pathlib import Path

from harness import machine
from harness.contender import Contender, Server

BENCH = Path(__file__).resolve().parents[1]
PRECISIONS = ("double", "float")

# Until the JVM has compiled what trains; until PyTorch and C have seen their memory.
WARM_JAVA, WARM = 4, 0.1


class Field:
    """The contenders of one workload.

    basins, others: rows by precision; without Basin's where it does not offer the precision
    parts: of a step, by the command that names them
    """

    def __init__(self, workload, options):
        self.workload, self.options = workload, options
        self.servers = []
        self.basins = {p: [b for home in options.java_home for b in self.basin(home, p)] for p in PRECISIONS}
        plain = [self.pytorch(machine.plain_environment()) for _ in range(options.processes)]
        named = []
        if workload.large and machine.coretype():
            env = {**machine.plain_environment(), "OPENBLAS_CORETYPE": machine.coretype()}
            named = [self.pytorch(env) for _ in range(options.processes)]
        self.others = {p: self.forms(p, plain, "") + self.forms(p, named, ", coretype set") for p in PRECISIONS}
        self.account = self.java(options.java_home[-1], "double")
        self.parts = self.parts_of(plain)

    def serve(self, command, env):
        server = Server(command, env)
        self.servers.append(server)
        return server

    def java(self, home, precision):
        command = [f"{home}/bin/java", f"@{machine.ROOT}/submit/jvm-options", "-Xmx2g"]
        command += ["-cp", self.options.class_path, "org.basin.bench.Rounds"]
        command += [str(BENCH / "conf" / f"{self.workload.name}.conf")]
        command += [] if precision == "double" else [f"trial.precision={precision}"]
        return self.serve(command, machine.basin_environment())

    def basin(self, home, precision):
        server = self.java(home, precision)
        name = f"Basin, Java {machine.java_version(home).split('.')[0]}"
        return [] if server.refusal else [Contender(name, [server], "train", WARM_JAVA)]

    def pytorch(self, env):
        command = [self.options.python, str(BENCH / "pytorch/serve.py"), self.workload.pytorch]
        return self.serve(command, env)

    def forms(self, precision, servers, remark):
        if not servers:
            return []
        return [
            Contender(f"PyTorch, {name}{remark}", servers, f"{form}-{precision}", WARM)
            for name, form in self.workload.forms
        ]

    def parts_of(self, pytorch):
        parts = {}
        for who, what, name in self.workload.parts:
            if who == "basin":
                parts[who, what] = Contender(name, [self.account], what, 1)
            elif who == "pytorch":
                parts[who, what] = Contender(name, pytorch, f"{what}-double", WARM)
            elif self.options.compiler:
                parts[who, what] = Contender(name, [self.kernel()], what, WARM)
        return parts

    def kernel(self):
        source = BENCH / "c" / f"{self.workload.kernel}.c"
        program = Path(self.options.folder) / self.workload.kernel
        flags = ["-O3", "-march=native", "-ffast-math"]
        subprocess.run([self.options.compiler, *flags, "-o", program, source, "-lm"], check=True)
        return self.serve([str(program)], machine.plain_environment())

    def run(self):
        """The rounds, everyone in turn."""
        everyone = [*self.parts.values()]
        for precision in PRECISIONS:
            everyone += self.basins[precision] + self.others[precision]
        for contender in everyone:
            contender.warm()
        for number in range(max(self.options.rounds, self.options.processes)):
            for contender in everyone:
                contender.round(number)

    def flops(self):
        """Of the products of a step."""
        return self.account.work("flops", 1)[1]

    def close(self):
        for server in self.servers:
            server.close()
