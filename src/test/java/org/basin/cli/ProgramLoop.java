package org.basin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * The other side of {@link Program}: reads commands from its standard input and answers each with
 * its status and what it printed.
 */
public final class ProgramLoop {
  private ProgramLoop() {}

  /** Answers until there is no more input. */
  public static void main(String[] none) throws IOException {
    DataInputStream commands = new DataInputStream(System.in);
    DataOutputStream answers = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    while (true) {
      String[] args;
      try {
        args = new String[commands.readInt()];
      } catch (EOFException e) {
        System.exit(0); // Spark's threads would keep it.
        return;
      }
      for (int i = 0; i < args.length; i++) {
        args[i] = commands.readUTF();
      }
      answer(answers, args);
    }
  }

  private static void answer(DataOutputStream answers, String[] args) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
    PrintWriter printed = new PrintWriter(out, false, UTF_8);
    int status = Basin.execute(printed, new PrintWriter(System.err, true, UTF_8), args);
    printed.flush();
    answers.writeInt(status);
    for (ByteArrayOutputStream each : new ByteArrayOutputStream[] {out, err}) {
      answers.writeInt(each.size());
      each.writeTo(answers);
    }
    answers.flush();
  }
}
