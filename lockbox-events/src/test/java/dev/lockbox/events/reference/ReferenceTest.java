package dev.lockbox.events.reference;

import dev.lockbox.events.codec.Subject;
import dev.lockbox.events.topic.Topics;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  @Test
  void theTopicTableIsTheOneInTheCode() throws IOException {
    Reference.assertUpToDate("topics", TopicTable.markdown(Topics.all()));
  }

  @Test
  void everyRecordIsDescribedAsItIs() throws IOException {
    Reference.assertUpToDate("records", new RecordTables(Subject.all()).markdown());
  }
}
