package dev.lockbox.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same history is told in the same words wherever it is run, byte for byte. Each in a JVM of
 * its own, since the order of Java's sets differs from one JVM to the next.
 */
class EverywhereTheSameTest {
  @Test
  void neitherZoneNorLanguageNorTheJvmsOwnChanceShows() throws Exception {
    var home = digest(List.of("-Duser.timezone=UTC", "-Duser.language=en"));
    var kiritimati = digest(List.of("-Duser.timezone=Pacific/Kiritimati", "-Duser.language=tr"));
    var losAngeles =
        digest(
            List.of(
                "-Duser.timezone=America/Los_Angeles",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.extensions=u-nu-arab"));
    assertThat(home).matches("[0-9a-f]{64}");
    assertThat(kiritimati).isEqualTo(home);
    assertThat(losAngeles).isEqualTo(home);
  }

  private static String digest(List<String> options) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.add(TraceDigest.class.getName());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
