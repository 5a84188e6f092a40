package dev.lockbox.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/resources.md says what the table in the code says, or is written anew. */
class ResourceReferenceTest {
  private static final Path FILE = Path.of("..", "docs", "resources.md");
  private static final String BEGIN = "<!-- types:begin -->\n";
  private static final String END = "<!-- types:end -->";

  @Test
  void thePageHasTheTableThatIsInTheCode() throws IOException {
    var committed = Files.readString(FILE);
    var before = committed.substring(0, committed.indexOf(BEGIN) + BEGIN.length());
    var after = committed.substring(committed.indexOf(END));
    var expected = before + "\n" + ResourceTable.markdown(Catalogue.BUILT_IN) + "\n" + after;
    if ("write".equals(System.getProperty("lockbox.reference"))) {
      Files.writeString(FILE, expected);
    }
    assertThat(Files.readString(FILE))
        .as("write it anew with: -Dtest=ResourceReferenceTest -Dlockbox.reference=write")
        .isEqualTo(expected);
  }
}
