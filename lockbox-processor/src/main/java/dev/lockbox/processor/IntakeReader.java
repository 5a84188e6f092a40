package dev.lockbox.processor;

import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.Submission;
import dev.lockbox.processor.publisher.NotBelieved;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.service.PatientReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads what services publish, and believes it of them only. What costs least is looked at first: a
 * record without a signature is not read at all, so that the registry is asked nothing on its
 * account; one that nobody can read is just that, whoever signed it.
 */
final class IntakeReader {
  private final PatientReader<Submission> submissions;
  private final Publishers publishers;

  IntakeReader(PatientReader<Submission> submissions, Publishers publishers) {
    this.submissions = submissions;
    this.publishers = publishers;
  }

  /**
   * @param record the same as {@code found}, with its headers
   */
  Submission read(Found found, Record<?, ?> record) throws Unreadable, NotBelieved {
    if (!publishers.mustSign()) {
      return submissions.read(found);
    }
    var signature = publishers.signatureIn(signatures(record));
    var submission = submissions.read(found);
    publishers.check(found, submission, signature);
    return submission;
  }

  private static List<byte[]> signatures(Record<?, ?> record) {
    var all = new ArrayList<byte[]>();
    record.headers().headers(Headers.SIGNATURE).forEach(header -> all.add(header.value()));
    return all;
  }
}
