package dev.lockbox.events.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.events.codec.Subject;
import dev.lockbox.events.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference says what the code does: its generated sections are compared, or written anew. */
class ReferenceTest {
  private static final Path REFERENCE = Path.of("..", "docs", "reference.md");
  private static final boolean WRITING = "write".equals(System.getProperty("lockbox.reference"));
  private static final String COMMAND =
      "docs/reference.md is out of date; write it anew with: mvn -pl lockbox-events -am test"
          + " -Dtest=ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dlockbox.reference=write";

  @Test
  void theTopicTableIsTheOneInTheCode() throws IOException {
    upToDate("topics", TopicTable.markdown(Topics.all()));
  }

  @Test
  void everyRecordIsDescribedAsItIs() throws IOException {
    upToDate("records", new RecordTables(Subject.all()).markdown());
  }

  private static void upToDate(String section, String generated) throws IOException {
    var begin = "<!-- %s:begin -->\n".formatted(section);
    var end = "<!-- %s:end -->".formatted(section);
    var committed = Files.readString(REFERENCE);
    var from = committed.indexOf(begin) + begin.length();
    var to = committed.indexOf(end);
    assertThat(to).as("markers of section " + section).isGreaterThan(from);
    var expected = committed.substring(0, from) + "\n" + generated + "\n" + committed.substring(to);
    if (WRITING) {
      Files.writeString(REFERENCE, expected);
    }
    assertThat(Files.readString(REFERENCE)).as(COMMAND).isEqualTo(expected);
  }
}
