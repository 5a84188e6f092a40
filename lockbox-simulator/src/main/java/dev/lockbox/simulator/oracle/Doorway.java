package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.CredentialRule;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.TargetRule;
import dev.lockbox.domain.rules.Terms;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All that keeps an engineer out who has a grant, from docs/sessions.md; whoever is kept out by
 * nothing comes in.
 */
final class Doorway {
  private final StartSession start;
  private final SessionRules rules;
  private final Terms granted;
  private final boolean isForOneUse;
  private final Visits visits;

  /**
   * @param visits without those whose time is up
   */
  Doorway(
      StartSession start, SessionRules rules, Terms granted, boolean isForOneUse, Visits visits) {
    this.start = start;
    this.rules = rules;
    this.granted = granted;
    this.isForOneUse = isForOneUse;
    this.visits = visits;
  }

  Set<Refusal> reasons() {
    var reasons = EnumSet.noneOf(Refusal.class);
    addOfTheWayIn(reasons);
    addIf(!isKept(), Refusal.OBLIGATION_NOT_KEPT, reasons);
    addOfTheDevice(reasons);
    addIf(isElsewhere(), Refusal.TARGET_NOT_ALLOWED, reasons);
    addIf(isUsedUp(), Refusal.NOT_GRANTED, reasons);
    addIf(isKnown(), Refusal.SESSION_EXISTS, reasons);
    addIf(start.seatTaken() || beside() >= most(), Refusal.SESSION_LIMIT, reasons);
    addIf(isGatewayMissing(), Refusal.GATEWAY_NEEDED, reasons);
    return reasons;
  }

  private static void addIf(boolean holds, Refusal reason, Set<Refusal> reasons) {
    if (holds) {
      reasons.add(reason);
    }
  }

  private void addOfTheWayIn(Set<Refusal> reasons) {
    var entry = rules.entry();
    var way = start.connection();
    var conditions = granted.conditions();
    var channel = new Code(way.channel().name());
    var country = way.country().map(Country::new);
    var isChannel =
        isAmong(entry.channels(), Optional.of(way.channel()))
            && conditions.channels().map(some -> some.contains(channel)).orElse(true);
    var isCountry =
        isAmong(entry.countries(), way.country())
            && conditions
                .countries()
                .map(some -> country.filter(some::contains).isPresent())
                .orElse(true);
    addIf(!isChannel, Refusal.CHANNEL_NOT_ALLOWED, reasons);
    addIf(!isCountry, Refusal.COUNTRY_NOT_ALLOWED, reasons);
    addIf(
        !isAmong(entry.sources(), Optional.of(way.source())), Refusal.SOURCE_NOT_ALLOWED, reasons);
    addIf(
        !entry.methods().isEmpty() && way.methods().stream().noneMatch(entry.methods()::contains),
        Refusal.MFA_REQUIRED,
        reasons);
    addIf(!isOwnCredential(), Refusal.CREDENTIAL_NOT_ALLOWED, reasons);
    addIf(!isAmong(entry.crypto(), way.crypto()), Refusal.CRYPTO_NOT_ALLOWED, reasons);
  }

  /** By each list of cards the one that was used is for here, for elsewhere, or unknown. */
  private boolean isOwnCredential() {
    var isWanted = false;
    var isElsewheres = false;
    for (var rule : rules.entry().credentials()) {
      var under = slashed(rule.under());
      var target = start.target().map(one -> slashed(one.value())).orElse("");
      var isWithin = rule.under().isEmpty() || target.startsWith(under);
      var isAbout = isWithin || !target.isEmpty() && under.startsWith(target);
      var isBy =
          rule.channels().isEmpty() || rule.channels().contains(start.connection().channel());
      if (isUsed(rule) && isBy && isWithin) {
        return true;
      }
      isElsewheres |= isUsed(rule);
      isWanted |= isBy && isAbout;
    }
    return !isElsewheres && !isWanted;
  }

  private boolean isUsed(CredentialRule rule) {
    var pattern = Pattern.quote(rule.credential().text()).replace("*", "\\E.*\\Q");
    return start.connection().credential().filter(one -> one.value().matches(pattern)).isPresent();
  }

  /** All that the grant asks of whoever opens its doors; nothing is kept that is not told. */
  private boolean isKept() {
    var keeps = start.connection().keeps();
    return keeps.obligations().containsAll(granted.conditions().obligations())
        && keeps.excluded().containsAll(granted.conditions().excluded());
  }

  private void addOfTheDevice(Set<Refusal> reasons) {
    var entry = rules.entry();
    var device = start.connection().device();
    var isFit =
        isAmong(entry.kinds(), device.flatMap(Device::kind))
            && isAmong(entry.systems(), device.flatMap(Device::system))
            && device.map(Device::posture).orElse(Set.of()).containsAll(entry.posture());
    addIf(!isFit, Refusal.DEVICE_NOT_ALLOWED, reasons);
  }

  /** What nobody told of meets nothing that is asked. */
  private static <T> boolean isAmong(Collection<T> asked, Optional<T> told) {
    return asked.isEmpty() || told.isPresent() && asked.contains(told.get());
  }

  private boolean isElsewhere() {
    return start.target().filter(target -> !isGranted(target) || !isAdmitted(target)).isPresent();
  }

  private boolean isGranted(ResourceName target) {
    return covering(granted, target).isPresent();
  }

  /** The granted resource that this is, or that holds it. */
  static Optional<ResourceName> covering(Terms granted, ResourceName target) {
    return granted.resources().stream()
        .filter(one -> (target.value() + "/").startsWith(one.value() + "/"))
        .findFirst();
  }

  private boolean isAdmitted(ResourceName target) {
    return ruleFor(target)
        .map(TargetRule::engineers)
        .filter(some -> !some.isEmpty() && !some.contains(start.engineer().person()))
        .isEmpty();
  }

  private Optional<TargetRule> ruleFor(ResourceName target) {
    return ruleFor(rules, target);
  }

  /** The first that is about it, about what holds it, or about something in it. */
  static Optional<TargetRule> ruleFor(SessionRules rules, ResourceName target) {
    var name = slashed(target.value());
    return rules.targets().stream()
        .filter(
            rule ->
                name.startsWith(slashed(rule.under())) || slashed(rule.under()).startsWith(name))
        .findFirst();
  }

  private static String slashed(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("/") ? lower : lower + "/";
  }

  /** Only what goes through the first session is the same use. */
  private boolean isUsedUp() {
    var isSameUse =
        start
            .through()
            .flatMap(visits::open)
            .filter(gateway -> gateway.began().request().equals(start.request()))
            .isPresent();
    return isForOneUse && visits.of(start.request()).filter(Use::isUsed).isPresent() && !isSameUse;
  }

  private boolean isKnown() {
    return visits.open(start.session()).isPresent()
        || visits.of(start.request()).filter(use -> use.hasHad(start.session())).isPresent();
  }

  private long beside() {
    return visits.open().stream()
        .filter(visit -> visit.began().target().equals(start.target()))
        .count();
  }

  private int most() {
    return start.target().flatMap(this::ruleFor).map(TargetRule::sessionsMax).orElse(1);
  }

  private boolean isGatewayMissing() {
    if (start.through().isEmpty()) {
      return start.target().isPresent() && rules.entry().throughGateway();
    }
    return start
        .through()
        .flatMap(visits::open)
        .filter(gateway -> gateway.began().target().isEmpty())
        .isEmpty();
  }
}
