package dev.lockbox.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lockbox.api.view.ConditionsJson;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Conditions;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access evaluation response.
 *
 * @param decision whether the engineer may do it now; nothing else means yes
 * @param context why, and under what
 */
@Introspected
@Schema(name = "AccessDecision")
record DecisionJson(boolean decision, Context context) {

  /**
   * What belongs to a decision. What there is none of is left out.
   *
   * @param request whose grant says yes; of a no, the one against which the least speaks
   * @param until of a yes: from then on it says nothing any more, and is to be asked again; a
   *     minute at the most
   * @param notAfter of a yes: when the grant ends, however often it is asked
   * @param conditions of a yes: under which alone it holds; left out where there are none
   * @param reasons of a no: all that speaks against it
   * @param error of a no: what is wrong with the question, where that is why
   */
  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AccessDecisionContext")
  record Context(
      @Nullable String request,
      @Nullable Instant until,
      @Nullable Instant notAfter,
      @Nullable ConditionsJson conditions,
      @Nullable List<Reason> reasons,
      @Nullable Error error) {}

  /** What is wrong with a question, as the specification tells it. */
  @Introspected
  @Schema(name = "AccessError")
  record Error(int status, String message) {}

  static DecisionJson of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Yes yes ->
          new DecisionJson(true, granted(yes.request(), yes.grant(), yes.until()));
      case Verdict.No no ->
          new DecisionJson(
              false,
              new Context(
                  no.nearest().map(RequestId::value).orElse(null),
                  null,
                  null,
                  null,
                  sorted(no.reasons()),
                  null));
    };
  }

  private static Context granted(RequestId request, Granted grant, Instant until) {
    var conditions = grant.terms().conditions();
    return new Context(
        request.value(),
        until,
        grant.accessUntil(),
        conditions.equals(Conditions.NONE) ? null : ConditionsJson.of(conditions),
        null,
        null);
  }

  /** The no to one of several questions that is none. */
  static DecisionJson invalid(String why) {
    var reasons = List.of(Reason.INVALID_QUESTION);
    return new DecisionJson(
        false, new Context(null, null, null, null, reasons, new Error(400, why)));
  }

  private static List<Reason> sorted(Set<Reason> reasons) {
    return reasons.stream().sorted().toList();
  }
}
