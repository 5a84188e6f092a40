package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.operation.Operation;
import java.util.List;
import java.util.Optional;

/** A record being put together: what every record says, and what this one adds. */
final class Draft {
  private static final String SCHEMA_VERSION = "1.8.0";
  private static final String TYPE = "dev.lockbox.audit.%s.v1";
  private static final String REFUSED = "refuse";

  private final Fields top = new Fields();
  private final Fields lockbox = new Fields();
  private Optional<Refusal> refusal = Optional.empty();

  /**
   * @param message for people; holds ids, never personal text
   */
  private Draft(String message) {
    top.text("message", message);
  }

  /** Somebody did something. */
  static Draft done(Fields actor, String message) {
    return new Draft(message).with(Statuses.success()).with(actor(actor));
  }

  /**
   * Somebody tried. The name of the operation stays, the CloudEvents type does not: whoever looks
   * for approvals by type alone must not find a refused one.
   */
  static Draft refused(Fields actor, String message, Refusal refusal, String detail) {
    var draft = new Draft(message).with(Statuses.failure(refusal, detail)).with(actor(actor));
    draft.refusal = Optional.of(refusal);
    return draft;
  }

  /** Something was found that should not be; a finding has no actor. */
  static Draft found(String message) {
    return new Draft(message).with(Statuses.newFinding()).with(new Fields().flag("is_alert", true));
  }

  private static Fields actor(Fields actor) {
    return new Fields().object("actor", actor);
  }

  Draft with(Fields more) {
    top.all(more);
    return this;
  }

  /** What OCSF has no field for. */
  Draft lockbox(Fields more) {
    lockbox.all(more);
    return this;
  }

  /** The attempt, and the SHA-256 of what it asked. */
  Draft by(Provenance by) {
    return by(by.attempt()).lockbox(new Fields().text("content_sha256", by.content().hex()));
  }

  Draft by(Attempt attempt) {
    return lockbox(new Fields().text("decision_id", attempt.id().value()));
  }

  /** What somebody gave as a reason, and whose words it is. */
  Draft comment(Optional<PersonalText> given) {
    given.ifPresent(
        text -> {
          top.text("comment", text.text());
          lockbox.text("comment_by", text.subject().value());
        });
    return this;
  }

  AuditRecord record(Operation operation, Origin origin) {
    var classified = Classification.of(operation);
    var event =
        classified
            .fields()
            .number("time", origin.at().toEpochMilli())
            .object("metadata", metadata(operation, origin))
            .all(refusal.map(Statuses::dispositionOf).orElse(classified.disposition()).fields())
            .all(refusal.map(Statuses::severityOf).orElse(classified.severity()).fields())
            .all(top)
            .object("unmapped", new Fields().object("lockbox", lockbox));
    return new AuditRecord(
        origin.key(),
        origin.uid(),
        TYPE.formatted(refusal.isPresent() ? REFUSED : classified.word()),
        origin.source(),
        origin.subject(),
        origin.at(),
        origin.sequence(),
        CanonicalJson.of(event));
  }

  /** The product has no version here: the same event gives the same bytes after an upgrade. */
  private Fields metadata(Operation operation, Origin origin) {
    return new Fields()
        .text("version", SCHEMA_VERSION)
        .text("uid", origin.uid())
        .text("correlation_uid", origin.about().map(request -> request.value()))
        .text("tenant_uid", origin.tenant().map(tenant -> tenant.value()))
        .number("sequence", origin.sequence())
        .text("event_code", operation.code())
        .text("original_event_uid", origin.original())
        .texts("profiles", List.of("security_control"))
        .object("product", new Fields().text("name", "Lockbox").text("vendor_name", "lockbox-oss"));
  }
}
