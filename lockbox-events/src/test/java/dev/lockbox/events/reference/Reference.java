package dev.lockbox.events.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reference says what the code does: its generated sections are compared, or written anew. */
public final class Reference {
  private static final Path FILE = Path.of("..", "docs", "reference.md");
  private static final boolean WRITING = "write".equals(System.getProperty("lockbox.reference"));
  private static final String COMMAND =
      "docs/reference.md is out of date; write it anew with: mvn test -Dtest=ReferenceTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dlockbox.reference=write";

  private Reference() {}

  /** Fails when what stands between the section's markers is not what was generated. */
  public static void assertUpToDate(String section, String generated) throws IOException {
    var begin = "<!-- %s:begin -->\n".formatted(section);
    var end = "<!-- %s:end -->".formatted(section);
    var committed = Files.readString(FILE);
    var from = committed.indexOf(begin) + begin.length();
    var to = committed.indexOf(end);
    assertThat(to).as("markers of section " + section).isGreaterThanOrEqualTo(from);
    var expected = committed.substring(0, from) + "\n" + generated + "\n" + committed.substring(to);
    if (WRITING) {
      Files.writeString(FILE, expected);
    }
    assertThat(Files.readString(FILE)).as(COMMAND).isEqualTo(expected);
  }
}
