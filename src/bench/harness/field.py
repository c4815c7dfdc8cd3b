"""All contenders of a workload: their processes and their requests."""

from harness import build, machine
from harness.contender import Contender, Server

PRECISIONS = ("double", "float")

# The warm-up: until the JVM has compiled the code that trains; until PyTorch and C have touched their memory.
WARM_JAVA, WARM = 4, 0.1

# The min number of steps of a call into JAX, which copies what the loop carries: for LY17 the orders of all epochs.
JAX_STEPS = 60


class Field:
    """The contenders of one workload.

    basins, others: rows by precision; without Basin's where it does not offer the precision
    parts: of a step, by whose they are ("c", "pytorch" or the name of one of Basin's) and the command
    """

    def __init__(self, workload, options):
        self.workload, self.options = workload, options
        self.servers, self.jax_server = [], None
        self.basins = {p: [b for home in options.java_home for b in self.basin(home, p)] for p in PRECISIONS}
        self.before = {p: [b for home in options.java_home for b in self.earlier(home, p)] for p in PRECISIONS}
        plain = [self.pytorch(machine.plain_environment()) for _ in range(options.processes)]
        named = []
        if workload.large and machine.coretype():
            env = {**machine.plain_environment(), "OPENBLAS_CORETYPE": machine.coretype()}
            named = [self.pytorch(env) for _ in range(options.processes)]
        self.others = {
            p: self.before[p]
            + self.forms(p, plain, "")
            + self.forms(p, named, ", coretype set")
            + self.jax(p)
            + self.kernels(p)
            for p in PRECISIONS
        }
        self.accounts = {self.name(home): self.java(home, "double") for home in options.java_home}
        self.parts = self.parts_of(named or plain)

    def serve(self, command, env):
        server = Server(command, env)
        self.servers.append(server)
        return server

    def java(self, home, precision, class_path=None):
        command = [f"{home}/bin/java", f"@{machine.ROOT}/submit/jvm-options", "-Xmx2g"]
        command += ["-cp", class_path or self.options.class_path, "org.basin.bench.Rounds"]
        command += [str(build.BENCH / "conf" / f"{self.workload.name}.conf")]
        command += [] if precision == "double" else [f"trial.precision={precision}"]
        return self.serve(command, machine.basin_environment())

    def basin(self, home, precision):
        server = self.java(home, precision)
        return [] if server.refusal else [Contender(self.name(home), [server], "train", WARM_JAVA)]

    def earlier(self, home, precision):
        """Basin as it was at the commit of --before."""
        if not self.options.before_class_path:
            return []
        server = self.java(home, precision, self.options.before_class_path)
        name = self.name(home).replace("Basin", f"Basin at {self.options.before}")
        return [] if server.refusal else [Contender(name, [server], "train", WARM_JAVA)]

    @staticmethod
    def name(home):
        return f"Basin, Java {machine.java_version(home).split('.')[0]}"

    def pytorch(self, env):
        command = [self.options.python, str(build.BENCH / "pytorch/serve.py"), self.workload.pytorch]
        return self.serve(command, env)

    def forms(self, precision, servers, remark):
        if not servers:
            return []
        return [
            Contender(f"PyTorch, {name}{remark}", servers, f"{form}-{precision}", WARM)
            for name, form in self.workload.forms
        ]

    def jax(self, precision):
        """JAX, if --jax gives a Python that has it."""
        if not self.options.jax:
            return []
        if not self.jax_server:
            command = [self.options.jax, str(build.BENCH / "jax/serve.py"), self.workload.pytorch]
            self.jax_server = self.serve(command, machine.plain_environment())
        return [
            Contender(f"JAX, {name}", [self.jax_server], f"{form}-{precision}", WARM, JAX_STEPS)
            for name, form in self.workload.jax
        ]

    def parts_of(self, pytorch):
        parts = {}
        for who, what, name in self.workload.parts:
            if who == "basin":
                for basin, server in self.accounts.items():
                    parts[basin, what] = Contender(f"{basin}: {name}", [server], what, WARM_JAVA)
            elif who == "pytorch":
                parts[who, what] = Contender(f"PyTorch: {name}", pytorch, f"{what}-double", WARM)
            elif self.options.compiler:
                parts[who, what] = Contender(f"C kernel: {name}", self.others["double"][-1].servers, what, WARM)
        return parts

    def kernels(self, precision):
        """The step of the C kernel, if there is one and a compiler is found."""
        if not self.workload.kernel or not self.options.compiler:
            return []
        name, source = self.workload.kernel
        program = build.kernel(source, precision, self.options.compiler, self.options.folder)
        return [Contender(f"C kernel, {name}", [self.serve([program], machine.plain_environment())], "step", WARM)]

    def run(self):
        """Runs the rounds. All contenders take turns."""
        everyone = [*self.parts.values()]
        for precision in PRECISIONS:
            everyone += self.basins[precision] + self.others[precision]
        for contender in everyone:
            contender.warm()
        for number in range(max(self.options.rounds, self.options.processes)):
            for contender in everyone:
                contender.round(number)

    def flops(self):
        """The speed of the products of a step."""
        return next(iter(self.accounts.values())).work("flops", 1)[1]

    def close(self):
        for server in self.servers:
            server.close()
