package dev.lockbox.local.demo;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One request of the story.
 *
 * @param name unique in the story
 * @param need why the engineer asks
 * @param accessFor empty means as long as the tenant grants
 * @param turns what happens to it, in this order
 */
record Scene(
    String name, TenantId tenant, String need, Optional<Duration> accessFor, List<Turn> turns) {

  /** Something somebody does about it. */
  sealed interface Turn {
    /** A person of the customer decides, over HTTP. */
    record Decides(Person person, Verb verb, String reason) implements Turn {}

    /** The engineer withdraws, through the JIT service. */
    record Withdrawn() implements Turn {}

    /** The ticket is resolved; the ticket system tells the JIT service. */
    record Resolved() implements Turn {}
  }

  /** What a customer's approver can do. */
  enum Verb {
    APPROVE("approve"),
    DENY("deny"),
    REVOKE("revoke");

    private final String path;

    Verb(String path) {
      this.path = path;
    }

    /** The last part of the URL. */
    String path() {
      return path;
    }
  }
}
