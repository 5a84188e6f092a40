package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.rules.Settings;
import java.util.Set;
import java.util.function.Supplier;

/** The rules of a customer, by whichever way they are reached. */
interface RuleBook extends AutoCloseable {
  /**
   * What came of a change.
   *
   * @param words for people
   * @param version of the customer that it led to
   * @param now what stands after it, as the API answers it
   */
  record Outcome(String words, long version, Supplier<JsonNode> now) {
    /** It stands so already. */
    static Outcome standing(String words, JsonNode now) {
      return new Outcome(words, now.path("version").asLong(), () -> now);
    }
  }

  /** What stands, as the API answers it. */
  JsonNode standing() throws InterruptedException;

  /**
   * Sets other rules, or proposes them where a second person must agree, and waits for the verdict.
   *
   * @param from the version that they are made from
   */
  Outcome change(Settings wanted, long from) throws InterruptedException;

  /**
   * Agrees to the proposal of this version.
   *
   * @param decision the caller's own of this attempt; the same again counts once
   */
  Outcome confirm(long proposal, DecisionId decision) throws InterruptedException;

  /** Says which issuers speak for the customer's people, and no others. */
  Outcome name(Set<Issuer> issuers, long from) throws InterruptedException;

  @Override
  void close();
}
