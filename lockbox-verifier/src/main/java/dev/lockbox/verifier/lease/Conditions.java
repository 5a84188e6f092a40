package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.Json;
import dev.lockbox.verifier.jose.Json.Members;
import dev.lockbox.verifier.jose.Json.Nothing;
import dev.lockbox.verifier.jose.Json.Text;
import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.signature.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Under which a grant opens anything at all: all of them are kept, or nothing opens.
 *
 * @param obligations what must be done while access lasts: {@code REDACT}, {@code RECORD}, or what
 *     a later lockbox knows
 * @param excluded classes of data that must not be shown
 * @param channels the only ways in; empty for any
 * @param countries the only countries to come from; empty for any
 * @param isForOneUse whether it may be opened once only
 * @param unknown names of conditions that are not known here, so that nobody can keep them
 */
public record Conditions(
    Set<String> obligations,
    Set<String> excluded,
    Optional<Set<String>> channels,
    Optional<Set<String>> countries,
    boolean isForOneUse,
    Set<String> unknown) {
  private static final Set<String> KNOWN =
      Set.of("obligations", "excluded", "channels", "countries", "singleUse");

  private static final Conditions NONE =
      new Conditions(Set.of(), Set.of(), Optional.empty(), Optional.empty(), false, Set.of());

  public Conditions {
    obligations = Set.copyOf(obligations);
    excluded = Set.copyOf(excluded);
    channels = channels.map(Set::copyOf);
    countries = countries.map(Set::copyOf);
    unknown = Set.copyOf(unknown);
  }

  static Conditions read(Members told) throws Malformed {
    var unknown = new TreeSet<>(told.all().keySet());
    unknown.removeAll(KNOWN);
    return new Conditions(
        texts(told.items("obligations")),
        texts(told.items("excluded")),
        anyOrTexts(told, "channels"),
        anyOrTexts(told, "countries"),
        told.truth("singleUse"),
        unknown);
  }

  /** The same in the words that approvers sign, from there on to the end; nothing for none. */
  static Conditions read(Texts signed) throws Malformed {
    if (signed.areOver()) {
      return NONE;
    }
    signed.expect("conditions");
    var conditions =
        new Conditions(
            signed.some(),
            signed.some(),
            anyOrSome(signed),
            anyOrSome(signed),
            Texts.truth(signed.next()),
            Set.of());
    signed.mustBeOver();
    return conditions;
  }

  private static Optional<Set<String>> anyOrSome(Texts signed) throws Malformed {
    var first = signed.next();
    return first.equals("any") ? Optional.empty() : Optional.of(signed.some(first));
  }

  /** The same, and once only where that is so. */
  Conditions usedOnce(boolean isSo) {
    return new Conditions(obligations, excluded, channels, countries, isForOneUse || isSo, unknown);
  }

  /** Whether whoever keeps these keeps the others too. */
  boolean include(Conditions others) {
    return obligations.containsAll(others.obligations)
        && excluded.containsAll(others.excluded)
        && isWithin(channels, others.channels)
        && isWithin(countries, others.countries)
        && (isForOneUse || !others.isForOneUse);
  }

  private static boolean isWithin(Optional<Set<String>> narrow, Optional<Set<String>> wide) {
    return wide.isEmpty() || narrow.filter(wide.get()::containsAll).isPresent();
  }

  private static Optional<Set<String>> anyOrTexts(Members told, String name) throws Malformed {
    return told.get(name) instanceof Nothing
        ? Optional.empty()
        : Optional.of(texts(told.items(name)));
  }

  static Set<String> texts(List<Json> items) throws Malformed {
    var texts = new HashSet<String>();
    for (var item : items) {
      if (!(item instanceof Text text)) {
        throw new Malformed("texts were expected");
      }
      texts.add(text.value());
    }
    return texts;
  }
}
