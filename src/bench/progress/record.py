#!/usr/bin/env python3
"""Runs a command on a pseudo-terminal of a given width and tells what a person sees there.

    record.py --columns 60 submit/basin run conf/quickstart.conf

Each state of the screen's last line that stood for a moment is printed, preceded by the second at which it
came, and then the whole screen at the end. The exit status is 3 if a line that is rewritten in place was longer
than the terminal, so that it wrapped, and else that of the command. With --resize SECOND=COLUMNS the window changes its width
meanwhile, as if a person had pulled at it.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

CODES = re.compile(r"\x1b\[([0-9;?]*)([A-Za-z])")


class Screen:
    """As much of a terminal as a progress bar needs. It keeps every line, however far it scrolled up."""

    def __init__(self, columns):
        self.columns = columns
        self.lines = [""]
        self.row = 0
        self.at = 0
        self.wrapped = []
        self.returned = False
        self.rewritten = False
        self.coloured = False
        self.rest = ""

    def write(self, text):
        text = self.rest + text
        self.rest = ""
        i = 0
        while i < len(text):
            if text[i] == "\x1b":
                code = CODES.match(text, i)
                if not code:
                    self.rest = text[i:]
                    return
                self.code(code.group(1), code.group(2))
                i = code.end()
                continue
            self.put(text[i])
            i += 1

    def code(self, arguments, letter):
        count = int(arguments) if arguments.isdigit() else 1
        if letter == "m":
            self.coloured = True
        elif letter == "A":
            self.row = max(0, self.row - count)
        elif letter == "J":
            self.lines = self.lines[: self.row] + [self.lines[self.row][: self.at]]
        elif letter == "K":
            self.lines[self.row] = self.lines[self.row][: self.at]

    def put(self, letter):
        # A terminal gets a carriage return before each line feed, which rewrites nothing.
        self.rewritten |= self.returned and letter != "\n"
        self.returned = letter == "\r"
        if letter == "\r":
            self.at = 0
        elif letter == "\n":
            self.rewritten = False
            self.row += 1
            while len(self.lines) <= self.row:
                self.lines.append("")
        elif letter == "\b":
            self.at = max(0, self.at - 1)
        elif letter >= " ":
            line = self.lines[self.row].ljust(self.at)
            self.lines[self.row] = line[: self.at] + letter + line[self.at + 1 :]
            self.at += 1
            if self.rewritten and self.at == self.columns + 1:
                self.wrapped.append(self.lines[self.row])

    def last(self):
        return self.lines[self.row].rstrip()


def size(terminal, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--columns", type=int, default=80)
    parser.add_argument("--resize", action="append", default=[], metavar="SECOND=COLUMNS")
    parser.add_argument("--interrupt", type=float, metavar="SECOND", help="press Ctrl-C then")
    parser.add_argument("--raw", type=argparse.FileType("wb", 0), help="gets what the terminal gets, as it comes")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    resizes = sorted(tuple(map(float, each.split("="))) for each in options.resize)

    child, terminal = pty.fork()
    if child == 0:
        # The parent sets the size first, as a terminal that was there before the command.
        time.sleep(0.2)
        os.execvp(options.command[0], options.command)
    size(terminal, options.columns)
    screen = Screen(options.columns)
    start = time.monotonic()
    seen = ""
    while True:
        now = time.monotonic() - start
        if resizes and now >= resizes[0][0]:
            screen.columns = int(resizes.pop(0)[1])
            size(terminal, screen.columns)
        if options.interrupt and now >= options.interrupt:
            options.interrupt = None
            os.write(terminal, b"\x03")
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            if not data:
                break
            if options.raw:
                options.raw.write(data)
            screen.write(data.decode("utf-8", "replace"))
        elif screen.last() != seen:
            seen = screen.last()
            if seen:
                print(f"{now:7.1f} |{seen}", flush=True)
    _, status = os.waitpid(child, 0)
    print("-------- the screen at the end")
    for line in screen.lines:
        print(f"        |{line.rstrip()}")
    print(f"-------- coloured: {'yes' if screen.coloured else 'no'}")
    for line in screen.wrapped:
        print(f"wrapped: {line}", file=sys.stderr)
    sys.exit(3 if screen.wrapped else os.waitstatus_to_exitcode(status) % 256)


signal.signal(signal.SIGINT, signal.SIG_IGN)
main()
