package dev.lockbox.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command line that was run in this JVM.
 *
 * @param exit what the caller's shell learns
 * @param out what was printed
 * @param err what was printed beside it
 */
public record Ran(int exit, String out, String err) {
  public static Ran of(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var exit =
        LockboxCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Ran(exit, out.toString(), err.toString());
  }

  /** The same, while somebody types a line. */
  public static Ran typing(String line, String... arguments) {
    var keyboard = System.in;
    System.setIn(new ByteArrayInputStream((line + "\n").getBytes(UTF_8)));
    try {
      return of(arguments);
    } finally {
      System.setIn(keyboard);
    }
  }
}
