package dev.lockbox.api.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.ApproverKeysJson;
import dev.lockbox.api.view.AuthorisationJson;
import dev.lockbox.api.view.Chronicle;
import dev.lockbox.api.view.Exclusions;
import dev.lockbox.api.view.RolesView;
import dev.lockbox.api.view.TenantSettingsJson;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.ApproverKeyCommand;
import dev.lockbox.domain.ApproverKeyEvent;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.EvaluationCommand;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.function.Supplier;

/** What a decision is answered with. */
@Singleton
final class Answers {
  private final View view;
  private final Chronicle chronicle;
  private final RolesView roles;
  private final Exclusions exclusions;

  Answers(View view, Chronicle chronicle, RolesView roles, Exclusions exclusions) {
    this.view = view;
    this.chronicle = chronicle;
    this.roles = roles;
    this.exclusions = exclusions;
  }

  /**
   * A decision that was taken down and has no verdict yet.
   *
   * @param decision where the verdict can be read
   */
  @Introspected
  @Schema(name = "TakenDown")
  record TakenDown(String decisionId, String decision) {}

  /**
   * The newest verdict on what somebody asked of a request.
   *
   * @param decisionId as they have it
   * @throws ProblemException NO_SUCH_DECISION, also for what cannot be the id of one
   */
  HttpResponse<?> verdictOn(RequestId request, PersonId person, String decisionId) {
    return decision(decisionId)
        .flatMap(decision -> view.verdictOn(request, new Attempt(person, decision)))
        .map(this::verdict)
        .orElseThrow(Answers::noSuchDecision);
  }

  /**
   * The newest verdict on what somebody asked of the customer itself.
   *
   * @param decisionId as they have it
   * @param accepted what is answered where it was, or where there was nothing to change
   * @throws ProblemException NO_SUCH_DECISION, also for what cannot be the id of one
   */
  HttpResponse<?> verdictOn(
      TenantId tenant, PersonId person, String decisionId, Supplier<HttpResponse<?>> accepted) {
    return decision(decisionId)
        .flatMap(decision -> chronicle.verdictOn(tenant, new Attempt(person, decision)))
        .map(
            recorded ->
                recorded.event() instanceof CommandRefused && !isNothingToChange(recorded)
                    ? verdict(recorded)
                    : accepted.get())
        .orElseThrow(Answers::noSuchDecision);
  }

  /** Whether what was asked for stands already: whoever asked has what they want. */
  static boolean isNothingToChange(Recorded verdict) {
    return verdict.event() instanceof CommandRefused no
        && no.refusal() == Refusal.NOTHING_TO_CHANGE;
  }

  private static ProblemException noSuchDecision() {
    return new ProblemException(
        Code.NO_SUCH_DECISION, "Nothing has been heard of it, or nothing yet.");
  }

  private static Optional<DecisionId> decision(String path) {
    try {
      return Optional.of(new DecisionId(path));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /** The verdict: the request as it stands now, or why not. */
  HttpResponse<?> verdict(Recorded recorded) {
    return switch (recorded.event()) {
      case RequestFaulted faulted ->
          Problem.of(Refusal.REQUEST_FAULTED, "The history of the request is impossible.")
              .response();
      case RequestEvent accepted -> asItStands(accepted.request());
      case CommandRefused refused ->
          Problem.of(refused.refusal(), view.shownDetail(refused)).response();
      case ApproverKeyEvent accepted -> keys(accepted.tenant());
      case TenantEvent accepted -> asItStands(accepted.tenant());
      case GrantsEvent grants -> throw noVerdict(recorded);
      case RolesEvent.OfRole accepted -> shown(roles.show(accepted.tenant(), accepted.role()));
      case RolesEvent.OfEngineer accepted ->
          shown(roles.show(accepted.tenant(), accepted.engineer()));
      case ExclusionEvent accepted -> shown(exclusions.show(accepted.exclusion()));
      case SessionEvent told ->
          AuthorisationJson.of(told)
              .<HttpResponse<?>>map(HttpResponse::ok)
              .orElseThrow(() -> noVerdict(recorded));
    };
  }

  private static IllegalStateException noVerdict(Recorded recorded) {
    return new IllegalStateException(
        "entry %s of customer %s is no verdict on a request"
            .formatted(recorded.sequence(), recorded.event().tenant()));
  }

  /** The decision was accepted: the request as it stands now. */
  HttpResponse<?> asItStands(RequestId request) {
    return view.show(request)
        .<HttpResponse<?>>map(HttpResponse::ok)
        .orElseThrow(() -> new ProblemException(Code.NOT_READY, "The view does not show it yet."));
  }

  /** The change of rules was accepted: the rules as they stand now. */
  HttpResponse<?> asItStands(TenantId tenant) {
    return view.find(tenant)
        .<HttpResponse<?>>map(state -> HttpResponse.ok(TenantSettingsJson.of(state)))
        .orElseThrow(() -> new ProblemException(Code.NOT_READY, "The view does not show it yet."));
  }

  /** The keys as they stand now. */
  HttpResponse<?> keys(TenantId tenant) {
    return shown(view.find(tenant).map(ApproverKeysJson::of));
  }

  private static HttpResponse<?> shown(Optional<?> now) {
    return now.<HttpResponse<?>>map(HttpResponse::ok)
        .orElseThrow(() -> new ProblemException(Code.NOT_READY, "The view does not show it yet."));
  }

  /** What the command was about, as it stands now. */
  HttpResponse<?> asItStands(Command command) {
    return switch (command) {
      case RolesCommand.OfRole ofRole -> shown(roles.show(ofRole.tenant(), ofRole.role()));
      case RolesCommand.OfEngineer theirs -> shown(roles.show(theirs.tenant(), theirs.engineer()));
      case ExclusionCommand noted -> shown(exclusions.show(noted.exclusion()));
      case RequestCommand asked -> ofTenant(command);
      case ApproverKeyCommand asked -> keys(asked.tenant());
      case TenantCommand asked -> ofTenant(command);
      case GrantsCommand asked -> ofTenant(command);
      case SessionCommand told -> again(told);
    };
  }

  /** The answer that this very attempt had, and no other's of the same id. */
  private HttpResponse<?> again(SessionCommand told) {
    return told.about()
        .flatMap(request -> told.attempt().flatMap(by -> view.verdictOn(request, by)))
        .filter(recorded -> isFor(recorded, told))
        .map(this::verdict)
        .orElseGet(this::unknown);
  }

  private static boolean isFor(Recorded recorded, SessionCommand told) {
    return recorded.event() instanceof SessionEvent event
        && event.attempted().map(Provenance::content).filter(told.content()::equals).isPresent();
  }

  private HttpResponse<?> ofTenant(Command command) {
    return command.about().map(this::asItStands).orElseGet(() -> asItStands(command.tenant()));
  }

  /** No verdict yet. */
  HttpResponse<?> later(Command command, DecisionId decision) {
    return where(command, decision)
        .<HttpResponse<?>>map(
            where ->
                HttpResponse.accepted(URI.create(where))
                    .body(new TakenDown(decision.value(), where)))
        .orElseGet(this::unknown);
  }

  /** Empty for a gateway: what it is told late is of no use to it. */
  private static Optional<String> where(Command command, DecisionId decision) {
    return Optional.ofNullable(
        switch (command) {
          case RolesCommand.OfRole ofRole -> "/v1/provider/roles/" + ofRole.role();
          case RolesCommand.OfEngineer theirs ->
              "/v1/provider/engineers/" + URLEncoder.encode(theirs.engineer().value(), UTF_8);
          case AcknowledgeExclusion noted ->
              "/v1/tenants/%s/exclusions/%s".formatted(noted.tenant(), noted.exclusion().value());
          case ExclusionCommand told ->
              "/v1/provider/exclusions/%s/%s".formatted(told.tenant(), told.exclusion().value());
          case EvaluationCommand inside ->
              "/v1/provider/requests/%s/%s/decisions/%s"
                  .formatted(inside.tenant(), inside.request().value(), decision);
          case RequestCommand asked ->
              "/v1/tenants/%s/requests/%s/decisions/%s"
                  .formatted(asked.tenant(), asked.request().value(), decision);
          case ApproverKeyCommand asked ->
              "/v1/tenants/%s/keys/decisions/%s".formatted(asked.tenant(), decision);
          case TenantCommand asked ->
              "/v1/tenants/%s/settings/decisions/%s".formatted(asked.tenant(), decision);
          case GrantsCommand asked -> "/v1/tenants/%s/settings".formatted(asked.tenant());
          case SessionCommand told -> null;
        });
  }

  /** Whether the command was taken down is not known; it is never a "no". */
  HttpResponse<?> unknown() {
    return Problem.of(
            Code.OUTCOME_UNKNOWN,
            "It may have been taken down, and may yet be decided. Send it again with the same"
                + " decisionId: it counts once.")
        .response();
  }
}
