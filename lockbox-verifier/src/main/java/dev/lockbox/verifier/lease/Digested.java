package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.signature.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request as an approver read it: what its digest is of.
 *
 * @param engineer as they were shown to the customer: by a pseudonym, where one was given
 * @param startAt before when nobody was to have access; empty for at once
 * @param terms what a yes to all of it grants
 */
record Digested(GrantId grant, String engineer, Optional<Instant> startAt, Covered terms) {
  /** Not that of practice: no yes to practice opens anything. */
  private static final String LAYOUT = "lockbox-request-1";

  static Digested read(byte[] bytes) throws Malformed {
    try {
      return read(new Texts(bytes));
    } catch (DateTimeException noTime) {
      throw new Malformed("a time was expected");
    }
  }

  private static Digested read(Texts texts) throws Malformed {
    texts.expect(LAYOUT);
    var grant = new GrantId(texts.next(), texts.next());
    var engineer = texts.next();
    texts.next(); // why, in the engineer's words
    texts.some(); // the ticket
    var actions = texts.some();
    var resources = texts.some();
    var accessFor = Duration.parse(texts.next());
    var startAt = Optional.of(texts.next()).filter(text -> !text.isEmpty()).map(Instant::parse);
    var isForOneUse = Texts.truth(texts.next());
    texts.some(); // arguments: a lease says nothing of them
    var conditions = Conditions.read(texts).usedOnce(isForOneUse);
    return new Digested(
        grant,
        engineer,
        startAt,
        new Covered(
            Optional.of(actions), Optional.of(resources), Optional.of(accessFor), conditions));
  }

  boolean isOf(Lease lease, Demand demand) {
    return grant.equals(lease.grant())
        && (engineer.equals(lease.engineer()) || demand.takesPseudonyms());
  }

  /** Whether the lease says no more than a yes to all of it. Its times are rounded down. */
  boolean covers(Lease lease) {
    return terms.covers(lease)
        && startAt
            .map(start -> Instant.ofEpochSecond(start.getEpochSecond()))
            .filter(lease.notBefore()::isBefore)
            .isEmpty();
  }
}
