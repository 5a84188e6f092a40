package dev.lockbox.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Prints the SHA-256 of some hundred traces; run by a test in JVMs of other zones and languages.
 */
public final class TraceDigest {
  private static final int HISTORIES = 300;

  private TraceDigest() {}

  public static void main(String[] arguments) throws Exception {
    var sha256 = MessageDigest.getInstance("SHA-256");
    for (var seed = 0; seed < HISTORIES; seed++) {
      Simulation.tell(seed, line -> sha256.update(line.getBytes(UTF_8)));
    }
    System.out.println(HexFormat.of().formatHex(sha256.digest()));
  }
}
