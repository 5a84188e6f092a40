package dev.lockbox.events.codec;

import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Narrowing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Under which a grant opens anything, to the wire and back. What carries them is always a type of
 * its own, or says so in a name that older readers do not know: nobody reads past a condition.
 */
final class ConditionsMapping {
  private ConditionsMapping() {}

  static dev.lockbox.wire.shared.Conditions wire(Conditions conditions) {
    return new dev.lockbox.wire.shared.Conditions(
        conditions.obligations().stream()
            .sorted()
            .map(one -> dev.lockbox.wire.shared.Obligation.valueOf(one.name()))
            .toList(),
        wireCodes(conditions.excluded()),
        conditions.channels().map(ConditionsMapping::wireCodes).orElse(null),
        conditions.countries().map(ConditionsMapping::wireCountries).orElse(null),
        conditions.isSingleUse());
  }

  static Conditions fromConditions(dev.lockbox.wire.shared.Conditions wire) {
    return new Conditions(
        set(wire.getObligations(), one -> Obligation.valueOf(one.name())),
        set(wire.getExcluded(), Code::new),
        Optional.ofNullable(wire.getChannels()).map(all -> set(all, Code::new)),
        Optional.ofNullable(wire.getCountries()).map(all -> set(all, Country::new)),
        wire.getIsSingleUse());
  }

  static dev.lockbox.wire.shared.@Nullable Conditions wireIfAny(Conditions conditions) {
    return conditions.equals(Conditions.NONE) ? null : wire(conditions);
  }

  static Conditions fromAny(dev.lockbox.wire.shared.@Nullable Conditions wire) {
    return wire == null ? Conditions.NONE : fromConditions(wire);
  }

  /** What is less beside the conditions; null when nothing is. */
  static dev.lockbox.wire.shared.@Nullable Narrowing wireLess(Narrowing less) {
    return less.actions().isEmpty() && less.resources().isEmpty() && less.accessFor().isEmpty()
        ? null
        : RulesMapping.wire(less);
  }

  static Narrowing fromLess(
      dev.lockbox.wire.shared.@Nullable Narrowing wire,
      dev.lockbox.wire.shared.Conditions conditions) {
    var under = fromConditions(conditions);
    if (wire == null) {
      return new Narrowing(Optional.empty(), Optional.empty(), Optional.empty(), under);
    }
    return RulesMapping.fromNarrowing(wire, under);
  }

  /** Sorted, so that equal sets have equal bytes. */
  private static List<String> wireCodes(Collection<Code> codes) {
    return codes.stream().map(Code::value).sorted().toList();
  }

  private static List<String> wireCountries(Collection<Country> countries) {
    return countries.stream().map(Country::value).sorted().toList();
  }

  private static <W, D> Set<D> set(List<W> wire, Function<W, D> meaning) {
    return wire.stream().map(meaning).collect(Collectors.toUnmodifiableSet());
  }
}
