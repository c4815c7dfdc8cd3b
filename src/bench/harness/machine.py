"""What the contenders run on, and with what settings."""

import os
import platform
import re
import subprocess
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def cpu():
    match = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return match[1] if match else platform.machine()


def coretype():
    """What the launcher calls this CPU for OpenBLAS, which does not know every one; None to let it find out."""
    flags = Path("/proc/cpuinfo").read_text()
    return "SkylakeX" if " avx512f " in flags and " avx512vl " in flags else None


def basin_environment():
    """As the launcher sets it on one machine: submit/environment, and the kernels of OpenBLAS."""
    env = dict(os.environ)
    for line in (ROOT / "submit/environment").read_text().splitlines():
        if line and not line.startswith("#"):
            name, value = line.split("=", 1)
            env.setdefault(name, value)
    if coretype():
        env.setdefault("OPENBLAS_CORETYPE", coretype())
    return env


def plain_environment():
    """One thread, and nothing else that a user has not set."""
    return {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def run(*command):
    """What the command prints, or None."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True)
        return done.stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def java_version(home):
    return re.search(r'version "([^"]*)"', run(f"{home}/bin/java", "-version"))[1]


def describe(options):
    """Facts, one a line."""
    versions = "import torch, platform; print(torch.__version__, 'on Python', platform.python_version())"
    commit = run("git", "-C", str(ROOT), "describe", "--always", "--dirty")
    compiler = run(options.compiler, "--version").splitlines()[0] if options.compiler else "none"
    return [
        f"{date.today()}, Basin {commit}",
        f"{cpu()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
        "Java " + " and ".join(map(java_version, options.java_home)),
        "PyTorch " + run(options.python, "-c", versions),
        f"C compiler: {compiler}",
        f"load of the machine at the start: {os.getloadavg()[0]:.1f}",
    ]
