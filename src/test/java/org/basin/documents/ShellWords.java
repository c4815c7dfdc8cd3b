package org.basin.documents;

import java.util.ArrayList;
import java.util.List;

/** The words of the commands of a block in {@code sh}, as far as the documents use a shell. */
final class ShellWords {

  private final String text;
  private final List<List<String>> commands = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private StringBuilder word;
  private int at;

  private ShellWords(String text) {
    this.text = text;
  }

  /** Returns the commands, each as its words: quotes are taken away, and comments are left out. */
  static List<List<String>> of(String text) {
    ShellWords reader = new ShellWords(text.replace("\\\n", " ").replace(" && ", "\n") + "\n");
    reader.read();
    return reader.commands;
  }

  private void read() {
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        int end = text.indexOf(c, at + 1);
        append(text.substring(at + 1, end));
        at = end;
      } else if (c == '#' && word == null) {
        at = text.indexOf('\n', at) - 1;
      } else if (c == '\n') {
        endWord();
        endCommand();
      } else if (c == ' ') {
        endWord();
      } else {
        append(String.valueOf(c));
      }
    }
  }

  private void append(String part) {
    if (word == null) {
      word = new StringBuilder();
    }
    word.append(part);
  }

  private void endWord() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }

  private void endCommand() {
    if (!words.isEmpty()) {
      commands.add(words);
      words = new ArrayList<>();
    }
  }
}
