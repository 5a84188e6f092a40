package dev.lockbox.api.view;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.Unadmitted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.rules.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry of a timeline while it is put together; see {@link EventJson}. For one thread. */
final class Entry {
  private final Recorded recorded;
  private final Names names;
  private final @Nullable Attempt attempt;
  private @Nullable String reason;
  private @Nullable String cause;
  private @Nullable Instant decideBy;
  private @Nullable Instant startsAt;
  private @Nullable Instant accessUntil;
  private @Nullable TermsJson terms;
  private @Nullable ConditionsJson conditions;
  private @Nullable List<String> rules;
  private @Nullable List<StageJson> stages;
  private @Nullable Integer stage;
  private @Nullable Long replyTo;
  private @Nullable List<String> points;
  private @Nullable Instant dueBy;
  private @Nullable String late;
  private @Nullable String command;
  private @Nullable Refusal refusal;
  private @Nullable String detail;
  private @Nullable EvaluationJson evaluation;
  private @Nullable ActivityJson activity;
  private @Nullable SignedJson signed;
  private ReviewJson.@Nullable ReviewedJson reviewed;

  Entry(Recorded recorded, Names names) {
    this.recorded = recorded;
    this.names = names;
    this.attempt = Attempts.answered(recorded.event()).orElse(null);
  }

  Entry reason(Optional<PersonalText> told) {
    reason = told.map(PersonalText::text).orElse(null);
    return this;
  }

  Entry cause(Enum<?> told) {
    cause = told.name();
    return this;
  }

  Entry decideBy(Instant told) {
    decideBy = told;
    return this;
  }

  Entry startsAt(Instant told) {
    startsAt = told;
    return this;
  }

  Entry accessUntil(Instant told) {
    accessUntil = told;
    return this;
  }

  Entry terms(TermsJson told) {
    terms = told;
    return this;
  }

  Entry conditions(Conditions told) {
    conditions = ConditionsJson.ofAny(told);
    return this;
  }

  Entry rules(List<Code> told) {
    rules = told.stream().map(Code::value).toList();
    return this;
  }

  Entry stages(List<StageJson> told) {
    stages = told;
    return this;
  }

  Entry stage(int told) {
    stage = told;
    return this;
  }

  Entry replyTo(long told) {
    replyTo = told;
    return this;
  }

  Entry evaluated(RequestEvaluated event) {
    evaluation = EvaluationJson.of(event.evaluation());
    if (!event.internalStages().isEmpty()) {
      stages = event.internalStages().stream().map(StageJson::of).toList();
      decideBy = event.decideBy();
    }
    return this;
  }

  Entry points(Set<PointId> told) {
    points = told.stream().map(PointId::value).sorted().toList();
    return this;
  }

  Entry dueBy(Instant told) {
    dueBy = told;
    return this;
  }

  Entry late(Duration told) {
    late = told.toString();
    return this;
  }

  Entry activity(ActivityJson told) {
    activity = told;
    return this;
  }

  Entry signed(SignedJson told) {
    signed = told;
    return this;
  }

  Entry reviewed(ReviewJson.ReviewedJson told) {
    reviewed = told;
    return this;
  }

  Entry refused(CommandRefused no) {
    command = no.command();
    refusal = no.refusal();
    detail = names.in(no.detail(), no.about());
    evaluation = no.unadmitted().map(Unadmitted::evaluation).map(EvaluationJson::of).orElse(null);
    return this;
  }

  EventJson json() {
    var event = recorded.event();
    var version = recorded.rulesVersion();
    return new EventJson(
        recorded.sequence(),
        recorded.version(),
        event.getClass().getSimpleName(),
        EventOperations.of(event).orElse(null),
        event.at(),
        attempt == null ? null : names.of(attempt.actor(), event.about()),
        attempt == null ? null : attempt.id().value(),
        reason,
        cause,
        decideBy,
        startsAt,
        accessUntil,
        terms,
        conditions,
        rules,
        stages,
        stage,
        replyTo,
        points,
        dueBy,
        late,
        version.isPresent() ? version.getAsLong() : null,
        command,
        refusal,
        detail,
        evaluation,
        activity,
        signed,
        reviewed,
        recorded.isPractice());
  }
}
