"""What a run's event log says of its tasks: the inputs of efficiency.py.

    python3 src/bench/scaling/measure.py FOLDER/events [NAME=VALUE...]

Prints JSON: seconds from the first training task's start to the last one's end, their sum, each
task's seconds, what a slice's commit takes a file, and what the run takes besides.
"""

import json
import pathlib
import statistics
import sys


def events(folder):
    logs = [f for f in pathlib.Path(folder).rglob("*") if f.is_file() and f.stat().st_size]
    for log in sorted(logs):
        if log.name.startswith((".", "appstatus")):
            continue
        with open(log) as lines:
            for line in lines:
                yield json.loads(line)


def measure(folder):
    start = end = 0
    slices, ends, tasks = {}, {}, {}
    for event in events(folder):
        kind = event["Event"].removeprefix("org.apache.spark.scheduler.")
        if kind == "SparkListenerApplicationStart":
            start = event["Timestamp"]
        elif kind == "SparkListenerApplicationEnd":
            end = event["Timestamp"]
        elif kind == "SparkListenerJobStart":
            name = (event.get("Properties") or {}).get("spark.job.description") or ""
            if name.startswith("train slice"):
                slices[event["Job ID"]] = event["Stage IDs"]
        elif kind == "SparkListenerJobEnd":
            ends[event["Job ID"]] = event["Completion Time"]
        elif kind == "SparkListenerTaskEnd":
            tasks.setdefault(event["Stage ID"], []).append(event)
    train = [t for stages in slices.values() for s in stages for t in tasks.get(s, [])]
    launch = [t["Task Info"]["Launch Time"] for t in train]
    finish = [t["Task Info"]["Finish Time"] for t in train]
    others = [t for s, ts in tasks.items() for t in ts if not any(s in x for x in slices.values())]
    run = [t["Task Metrics"]["Executor Run Time"] / 1e3 for t in train]
    wall = [(f - l) / 1e3 for f, l in zip(finish, launch)]
    training = (max(finish) - min(launch)) / 1e3
    return {
        "whole_seconds": (end - start) / 1e3,
        "training_seconds": training,
        "before_seconds": (min(launch) - start) / 1e3,
        "after_seconds": (end - max(finish)) / 1e3,
        "publishing_core_seconds": sum(t["Task Metrics"]["Executor Run Time"] for t in others) / 1e3,
        "tasks": len(run),
        "task_seconds": sorted(run),
        "task_mean": statistics.mean(run),
        "task_overhead": statistics.median(w - r for w, r in zip(wall, run)),
        "result_bytes": statistics.median(t["Task Metrics"]["Result Size"] for t in train),
        "busy_core_seconds": sum(run),
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1]), indent=1))
