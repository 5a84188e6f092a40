package dev.lockbox.api.view;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lockbox.api.json.Needed;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.rules.Conditions;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Under which a grant opens anything at all: whoever opens the door keeps all of them, or does not
 * open. Every name must be there.
 *
 * @param obligations what must be done while access lasts
 * @param excluded classes of data that must not be shown; at most 64, as are the others
 * @param channels the only ways in; null for any
 * @param countries the only countries to come from, two letters (ISO 3166-1); null for any
 * @param singleUse whether access is over once it was used
 */
@Introspected
@Schema(name = "Conditions")
public record ConditionsJson(
    @Needed List<Obligation> obligations,
    @Needed List<String> excluded,
    @Needed @Nullable List<String> channels,
    @Needed @Nullable List<String> countries,
    @Needed boolean singleUse) {

  public static ConditionsJson of(Conditions conditions) {
    return new ConditionsJson(
        conditions.obligations().stream().sorted().toList(),
        texts(conditions.excluded(), Code::value),
        conditions.channels().map(all -> texts(all, Code::value)).orElse(null),
        conditions.countries().map(all -> texts(all, Country::value)).orElse(null),
        conditions.isSingleUse());
  }

  /** Null when there are none. */
  static @Nullable ConditionsJson ofAny(Conditions conditions) {
    return conditions.equals(Conditions.NONE) ? null : of(conditions);
  }

  /**
   * @throws IllegalArgumentException when one is no code or no country, or there are too many
   */
  public Conditions toDomain() {
    return new Conditions(
        Set.copyOf(obligations),
        values(excluded, Code::new),
        Optional.ofNullable(channels).map(all -> values(all, Code::new)),
        Optional.ofNullable(countries).map(all -> values(all, Country::new)),
        singleUse);
  }

  private static <T> List<String> texts(Set<T> values, Function<T, String> text) {
    return values.stream().map(text).sorted().toList();
  }

  private static <T> Set<T> values(List<String> texts, Function<String, T> value) {
    return texts.stream().map(value).collect(toUnmodifiableSet());
  }
}
