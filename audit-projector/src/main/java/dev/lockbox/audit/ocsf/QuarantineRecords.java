package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.operation.Operation;
import dev.lockbox.events.message.Bytes;
import dev.lockbox.events.message.Quarantined;
import java.util.Optional;

/**
 * What an entry of the quarantine becomes: a finding, with the SHA-256 of the bytes and without the
 * bytes, which may be anybody's.
 */
public final class QuarantineRecords {
  private QuarantineRecords() {}

  public static AuditRecord of(Quarantined found) {
    var origin = Origin.of(found);
    var cause = found.cause().name();
    return Draft.found("a record was set aside, %s: %s".formatted(cause, origin.subject()))
        .with(new Fields().text("status_code", cause))
        .with(Details.finding(origin.uid(), "Record in quarantine", found.detail(), origin.at()))
        .with(
            new Fields()
                .objects(
                    "resources",
                    new Fields().text("type", "Kafka Record").text("uid", origin.subject())))
        .lockbox(address(found))
        .lockbox(content("key", found.key()))
        .lockbox(content("value", found.value()))
        .lockbox(leftOut(found))
        .record(Operation.QUARANTINE, origin);
  }

  private static Fields address(Quarantined found) {
    return new Fields()
        .text("topic", found.topic())
        .number("partition", found.partition())
        .number("offset", found.offset());
  }

  /** Told like a value that is kept, and that it is not. */
  private static Fields leftOut(Quarantined found) {
    return found
        .leftOut()
        .map(
            value ->
                new Fields()
                    .number("value_bytes", value.bytes())
                    .text("value_sha256", value.sha256())
                    .flag("left_out", true))
        .orElseGet(Fields::new);
  }

  private static Fields content(String name, Optional<Bytes> bytes) {
    return new Fields()
        .number(name + "_bytes", bytes.map(content -> (long) content.toArray().length))
        .text(name + "_sha256", bytes.map(Bytes::sha256));
  }
}
