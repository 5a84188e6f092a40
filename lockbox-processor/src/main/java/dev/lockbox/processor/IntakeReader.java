package dev.lockbox.processor;

import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.Submission;
import dev.lockbox.processor.publisher.NotBelieved;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.service.PatientReader;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads what services publish, and believes it of them only. What costs least is looked at first: a
 * record without a signature is not read at all, so that the registry is asked nothing on its
 * account; one that nobody can read is just that, whoever signed it. The engineer's own word is
 * looked at last.
 */
final class IntakeReader {
  private final PatientReader<Submission> submissions;
  private final Publishers publishers;
  private final AssertionSettings requesters;

  IntakeReader(
      PatientReader<Submission> submissions, Publishers publishers, AssertionSettings requesters) {
    this.submissions = submissions;
    this.publishers = publishers;
    this.requesters = requesters;
  }

  /**
   * @param record the same as {@code found}, with its headers
   */
  Submission read(Found found, Record<?, ?> record) throws Unreadable, NotBelieved {
    var submission = published(found, record);
    var asked = requesters.assertions();
    if (asked.isPresent()) {
      var appended = Instant.ofEpochMilli(found.timestampMillis());
      asked
          .get()
          .check(
              submission.command(),
              Publishers.publication(found),
              Inbound.headers(record, Headers.ASSERTION),
              appended);
    }
    return submission;
  }

  private Submission published(Found found, Record<?, ?> record) throws Unreadable, NotBelieved {
    if (!publishers.mustSign()) {
      return submissions.read(found);
    }
    var signature = publishers.signatureIn(Inbound.headers(record, Headers.SIGNATURE));
    var submission = submissions.read(found);
    var command = submission.command();
    publishers.check(found, command.by().actor(), Optional.of(command.tenant()), signature);
    return submission;
  }
}
