package dev.lockbox.domain;

import dev.lockbox.domain.RequestCommand.BeginReview;
import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.ReviewEvent.ReviewRequired;
import dev.lockbox.domain.rules.ReviewRules;
import dev.lockbox.domain.rules.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is read before a yes. Unsaid: Anna begins, with the version before her that stands, and may
 * say yes five minutes later.
 */
public final class Reviews {
  public static final Duration DWELL = Duration.ofMinutes(5);

  private Reviews() {}

  public static Settings asking(Duration dwell) {
    return Policies.settingsHaving(ReviewRules.of(dwell));
  }

  public static Begin begin() {
    return new Begin();
  }

  /** The tenant wants it. */
  public static Events.Plain reviewRequired(Duration dwell) {
    return new Events.Plain(
        Commands.open(),
        (why, at) -> new ReviewRequired(why.request(), at, EventBuilder.provenance(why), dwell));
  }

  public static Begun begun() {
    return new Begun();
  }

  static List<Command> commands() {
    return List.of(begin().build(Samples.unsaid(2)));
  }

  static List<Event> events() {
    return List.of(
        reviewRequired(DWELL).build(Samples.unsaid(1)), begun().build(Samples.unsaid(2)));
  }

  static List<AccessRequest> states() {
    return List.of(
        Scenario.given(Events.opened(), reviewRequired(DWELL)).state(),
        Scenario.given(Events.opened(), reviewRequired(DWELL), begun(), begun().by(Cast.BEN))
            .state(),
        Scenario.given(Events.opened(), begun().after(Duration.ZERO)).state());
  }

  /** Anna begins to review. */
  public static final class Begin extends CommandBuilder<Begin> {
    private OptionalLong ifVersion = OptionalLong.empty();

    private Begin() {
      super(Cast.ANNA);
    }

    public Begin ifVersion(long told) {
      ifVersion = OptionalLong.of(told);
      return this;
    }

    @Override
    Begin self() {
      return this;
    }

    @Override
    BeginReview build(Unsaid unsaid) {
      return new BeginReview(request(), attempt(unsaid), ifVersion.orElse(unsaid.version()));
    }
  }

  /** Anna has begun. */
  public static final class Begun extends EventBuilder<Begun> {
    private Duration dwell = DWELL;

    private Begun() {
      super(begin());
    }

    /** And may say yes so much later. */
    public Begun after(Duration told) {
      dwell = told;
      return this;
    }

    @Override
    Begun self() {
      return this;
    }

    @Override
    ReviewBegun build(RequestCommand command, Instant at) {
      var begin = (BeginReview) command;
      return new ReviewBegun(
          begin.request(), at, provenance(begin), begin.ifVersion(), at.plus(dwell));
    }
  }
}
