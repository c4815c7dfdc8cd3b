"""Builds the classes of Basin and of the benchmarks, and the C kernels."""

import subprocess
import sys
from pathlib import Path

from harness import machine

BENCH = Path(__file__).resolve().parents[1]


def class_path():
    """The class path of Basin and the benchmarks, after Maven has built both."""
    print("building", file=sys.stderr, flush=True)
    command = ["mvn", "--batch-mode", "--quiet", "-Dstyle.color=never", "-Pbench", "-DskipGates", "test-compile"]
    if subprocess.run(command, cwd=machine.ROOT, stdout=sys.stderr).returncode:
        sys.exit("the build failed; Maven's messages are above")
    target = machine.ROOT / "target"
    return f"{target}/bench-classes:{target}/unchecked-classes:{(target / 'bench-class-path').read_text()}"


def kernel(name, precision, compiler, folder):
    """Compiles c/<name>.c for this machine and returns the program."""
    program = Path(folder) / f"{name}-{precision}"
    flags = ["-O3", "-march=native", "-ffast-math", f"-DREAL={precision}"]
    subprocess.run([compiler, *flags, "-o", program, BENCH / "c" / f"{name}.c", "-lm"], check=True)
    return str(program)
