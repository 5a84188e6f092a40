package dev.lockbox.local.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.signature.Proof;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a decision says, as far as it says anything.
 *
 * @param decisionId the caller's own id of it; the same again counts once
 * @param ifVersion in which the request was read; an approval must name it
 * @param actions of an approval: only these; null: all that are asked for
 * @param resources of an approval: only these; null: all that are asked for
 * @param accessFor of an approval: only for so long, ISO 8601; null: as long as is asked for
 * @param conditions of an approval: to be kept beside those that stand; null: no others
 * @param signature of an approval: by a key of the caller's; null: not signed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
    String decisionId,
    @Nullable String reason,
    @Nullable Long ifVersion,
    @Nullable List<String> actions,
    @Nullable List<String> resources,
    @Nullable String accessFor,
    @Nullable Demanded conditions,
    @Nullable Signature signature) {

  /** That a key of the caller's signed, as the API takes it. */
  public record Signature(String key, String signature) {
    static Signature of(Proof proof) {
      return new Signature(proof.key().hex(), proof.signature().base64Url());
    }
  }

  /**
   * What must be kept, as the API takes it: every name is there.
   *
   * @param channels the only ways in; null: any
   * @param countries the only ones to come from; null: any
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Demanded(
      List<Obligation> obligations,
      List<String> excluded,
      @Nullable List<String> channels,
      @Nullable List<String> countries,
      boolean singleUse) {
    static Demanded of(Conditions all) {
      return new Demanded(
          List.copyOf(all.obligations()),
          texts(all.excluded(), Code::value),
          all.channels().map(some -> texts(some, Code::value)).orElse(null),
          all.countries().map(some -> texts(some, Country::value)).orElse(null),
          all.isSingleUse());
    }

    /** The same again. */
    public Conditions toDomain() {
      return new Conditions(
          Set.copyOf(obligations),
          values(excluded, Code::new),
          Optional.ofNullable(channels).map(some -> values(some, Code::new)),
          Optional.ofNullable(countries).map(some -> values(some, Country::new)),
          singleUse);
    }

    private static <T> List<String> texts(Set<T> some, Function<T, String> text) {
      return some.stream().map(text).toList();
    }

    private static <T> Set<T> values(List<String> texts, Function<String, T> value) {
      return texts.stream().map(value).collect(Collectors.toUnmodifiableSet());
    }
  }

  /** A no, which names no version: it holds for whatever stands. */
  public static Decision no(String decisionId, Optional<String> reason) {
    return new Decision(decisionId, reason.orElse(null), null, null, null, null, null, null);
  }

  /** A yes to all of what was read in this version. */
  public static Decision yes(String decisionId, Optional<String> reason, long version) {
    return new Decision(decisionId, reason.orElse(null), version, null, null, null, null, null);
  }

  /** A yes to less; what is empty is left as it was asked for. */
  public Decision narrowed(
      List<String> toActions,
      List<String> toResources,
      Optional<Duration> toAccessFor,
      Conditions under) {
    return new Decision(
        decisionId,
        reason,
        ifVersion,
        toActions.isEmpty() ? null : toActions,
        toResources.isEmpty() ? null : toResources,
        toAccessFor.map(Duration::toString).orElse(null),
        under.equals(Conditions.NONE) ? null : Demanded.of(under),
        signature);
  }

  /** The same, signed. */
  public Decision signed(Proof proof) {
    return new Decision(
        decisionId,
        reason,
        ifVersion,
        actions,
        resources,
        accessFor,
        conditions,
        Signature.of(proof));
  }
}
