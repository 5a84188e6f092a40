package dev.lockbox.adapter;

import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.rules.Conditions;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which conditions of a grant the target keeps; by a grant that asks for more, nothing is created.
 *
 * @param obligations that it meets whoever comes in: REDACT, RECORD
 * @param excluded classes of data of which it shows nothing
 * @param channels the only ways to it there are; empty: there may be any
 * @param countries the only places from where it is reached; empty: it may be from anywhere
 * @param singleUse whether it lets nobody in a second time
 */
@ConfigurationProperties("lockbox.adapter.target.keeps")
record KeepsSettings(
    Optional<List<String>> obligations,
    Optional<List<String>> excluded,
    Optional<List<String>> channels,
    Optional<List<String>> countries,
    @Bindable(defaultValue = "false") boolean singleUse) {

  /** Throws {@link IllegalArgumentException} for what is no obligation, code or country. */
  Conditions conditions() {
    return new Conditions(
        each(obligations, Obligation::valueOf),
        each(excluded, Code::new),
        channels.map(given -> each(Optional.of(given), Code::new)),
        countries.map(given -> each(Optional.of(given), Country::new)),
        singleUse);
  }

  private static <T> Set<T> each(Optional<List<String>> given, Function<String, T> read) {
    return given.orElse(List.of()).stream().map(read).collect(Collectors.toUnmodifiableSet());
  }
}
