"""Builds the classes of Basin and of the benchmarks, and the C kernels."""

import subprocess
import sys
from pathlib import Path

from harness import machine

BENCH = Path(__file__).resolve().parents[1]


def class_path(root=machine.ROOT):
    """The class path of the Basin in `root` and of its benchmarks, after Maven has built both."""
    print("building", file=sys.stderr, flush=True)
    command = ["mvn", "--batch-mode", "--quiet", "-Dstyle.color=never", "-Pbench", "-DskipGates", "test-compile"]
    if subprocess.run(command, cwd=root, stdout=sys.stderr).returncode:
        sys.exit("the build failed; Maven's messages are above")
    target = root / "target"
    return f"{target}/bench-classes:{target}/unchecked-classes:{(target / 'bench-class-path').read_text()}"


def class_path_before(commit, folder):
    """The class path of an earlier commit, which is built in a work tree within `folder`."""
    root = Path(folder) / "before"
    command = ["git", "-C", str(machine.ROOT), "worktree", "add", "--detach", str(root), commit]
    if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=sys.stderr).returncode:
        sys.exit(f"compare: there is no commit {commit}")
    return class_path(root)


def forget_before(folder):
    """Removes the work tree again."""
    root = Path(folder) / "before"
    if root.exists():
        subprocess.run(["git", "-C", str(machine.ROOT), "worktree", "remove", "--force", str(root)], check=True)


def kernel(name, precision, compiler, folder):
    """Compiles c/<name>.c for this machine and returns the program."""
    program = Path(folder) / f"{name}-{precision}"
    flags = ["-O3", "-march=native", "-ffast-math", f"-DREAL={precision}"]
    subprocess.run([compiler, *flags, "-o", program, BENCH / "c" / f"{name}.c", "-lm"], check=True)
    return str(program)
