package dev.lockbox.domain;

import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.Ticket;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.signature.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * SHA-256 of what a yes to a request grants, to whom and why, as the customer is shown it: people
 * who see the same one have read the same. A pseudonym stands for the engineer, who could be
 * guessed from the digest otherwise.
 */
public final class RequestDigest {
  /** Another order or choice of parts is another layout. */
  private static final String LAYOUT = "lockbox-request-1";

  /** So that no yes to practice is one to the same in earnest. */
  private static final String PRACTICE_LAYOUT = "lockbox-practice-1";

  private RequestDigest() {}

  /**
   * @param terms that a yes grants as things stand
   */
  public static Fingerprint of(RequestId request, Opening opening, Terms terms) {
    return Fingerprint.of(texts(request, opening, terms));
  }

  /**
   * What is digested: for whoever has a digest that was signed, and wants to know of what. SHA-256
   * of them as a {@link Payload} writes them is the digest.
   */
  public static List<String> texts(RequestId request, Opening opening, Terms terms) {
    var asked = opening.asked();
    var details = opening.details();
    var parts = new ArrayList<String>();
    parts.add(opening.isPractice() ? PRACTICE_LAYOUT : LAYOUT);
    parts.add(request.tenant().value());
    parts.add(request.value());
    parts.add(opening.shownEngineer());
    parts.add(asked.justification().text());
    Contents.addAll(parts, asked.ticket().map(RequestDigest::parts).orElse(List.of()));
    Contents.addAll(parts, terms.actions());
    Contents.addAll(parts, terms.resources());
    parts.add(terms.accessFor().toString());
    parts.add(details.startAt().map(Instant::toString).orElse(""));
    parts.add(Boolean.toString(opening.isForOneUse(terms)));
    Contents.addAll(parts, details.arguments().stream().map(RequestDigest::text).toList());
    ConditionsContents.add(parts, terms.conditions());
    return parts;
  }

  private static List<String> parts(Ticket ticket) {
    return List.of(ticket.system(), ticket.id(), ticket.url().orElse(""));
  }

  /** Neither an action nor a name holds a space. */
  private static String text(Argument argument) {
    return "%s %s %s".formatted(argument.action(), argument.name(), argument.value());
  }
}
