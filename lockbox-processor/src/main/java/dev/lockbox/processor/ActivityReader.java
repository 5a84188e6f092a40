package dev.lockbox.processor;

import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.ActivityLogEntry;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.PostureFound;
import dev.lockbox.events.message.SeatNews;
import dev.lockbox.events.signing.PublicationSignature;
import dev.lockbox.processor.publisher.NotBelieved;
import dev.lockbox.service.PatientReader;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads what gateways and enforcement points tell, and believes it of them only; in the order, and
 * for the reasons, of {@link IntakeReader}. What was found of a device for every customer is
 * believed of whoever may speak of all of them.
 */
final class ActivityReader {
  private final PatientReader<ActivityLogEntry> log;
  private final ReporterSettings settings;

  ActivityReader(PatientReader<ActivityLogEntry> log, ReporterSettings settings) {
    this.log = log;
    this.settings = settings;
  }

  /**
   * @param record the same as {@code found}, with its headers
   */
  ActivityLogEntry read(Found found, Record<?, ?> record) throws Unreadable, NotBelieved {
    var reporters = settings.reporters();
    if (!reporters.mustSign()) {
      return log.read(found);
    }
    var signature = reporters.signatureIn(Inbound.headers(record, Headers.SIGNATURE));
    var entry = log.read(found);
    check(found, entry, signature);
    return entry;
  }

  private void check(Found found, ActivityLogEntry entry, PublicationSignature signature)
      throws NotBelieved {
    var reporters = settings.reporters();
    switch (entry) {
      case Activity read -> {
        var told = read.told();
        reporters.check(found, told.by().actor(), Optional.of(told.tenant()), signature);
      }
      case PostureFound read ->
          reporters.check(found, read.posture().by().actor(), Optional.empty(), signature);
      case SeatNews news -> settings.own().check(found, signature);
    }
  }
}
