package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.topic.Topics;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a record comes from, and what it is therefore called. All of it is said by the event
 * itself, nothing by where its bytes happen to lie: a mirrored or restored topic has other offsets,
 * and must give the same record.
 *
 * @param original what the event is called on its own topic: {@code topic/tenant/sequence}, or
 *     {@code topic/} and the key of the quarantined record
 */
record Origin(
    String key,
    String uid,
    String original,
    String source,
    String subject,
    Instant at,
    Optional<TenantId> tenant,
    Optional<RequestId> about,
    Optional<Long> sequence) {
  /** The last instant that RFC 3339 can spell; a producer's clock may say anything. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  static Origin of(Recorded recorded) {
    var event = recorded.event();
    var tenant = event.tenant();
    var uid = "%s/%s".formatted(tenant, recorded.sequence());
    return new Origin(
        tenant.value(),
        uid,
        Topics.EVENTS.name() + "/" + uid,
        event.about().map(Origin::path).orElse("/tenants/" + tenant),
        event.about().map(RequestId::value).orElse(tenant.value()),
        event.at(),
        Optional.of(tenant),
        event.about(),
        Optional.of(recorded.sequence()));
  }

  /** The time is the found record's own, held within what can be told: 1970 to the year 9999. */
  static Origin of(Quarantined found) {
    var address = "%s/%s/%s".formatted(found.topic(), found.partition(), found.offset());
    return new Origin(
        found.tenant().map(TenantId::value).orElse(AuditRecord.NO_TENANT),
        "quarantine/" + address,
        Topics.QUARANTINE.name() + "/" + address,
        "/topics/%s/%s".formatted(found.topic(), found.partition()),
        address,
        tellable(found.at()),
        found.tenant(),
        Optional.empty(),
        Optional.empty());
  }

  private static String path(RequestId request) {
    return "/tenants/%s/requests/%s".formatted(request.tenant(), request.value());
  }

  private static Instant tellable(Instant said) {
    if (said.isBefore(Instant.EPOCH)) {
      return Instant.EPOCH;
    }
    return said.isAfter(LAST) ? LAST : said;
  }
}
