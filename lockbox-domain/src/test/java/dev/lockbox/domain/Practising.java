package dev.lockbox.domain;

import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.AccessLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Practice, and what comes of it. Unsaid: Anna starts it, for all that Eva would ask for. */
public final class Practising {
  private Practising() {}

  public static Practise practise() {
    return new Practise();
  }

  /** It waits for these. */
  public static Events.Plain practiceOpened(PersonId... approvers) {
    return new Events.Plain(
        practise(),
        (why, at) -> {
          var asked = ((StartPractice) why).asked();
          return new RequestOpened(
              why.request(),
              at,
              EventBuilder.provenance(why),
              asked,
              asked.accessFor().orElse(AccessLimits.DEFAULTS.accessFor()),
              Set.of(approvers),
              at.plus(AccessLimits.DEFAULTS.pendingWindow()),
              true);
        });
  }

  public static Events.Plain practiceOpened() {
    return practiceOpened(Cast.ANNA, Cast.BEN);
  }

  /** Anna said the last yes. */
  public static Events.Plain practised() {
    return new Events.Plain(
        Commands.approve(),
        (why, at) ->
            new PracticeCompleted(
                why.request(), at, EventBuilder.provenance(why), ((Approve) why).reason()));
  }

  /** Anna starts it. */
  public static final class Practise extends CommandBuilder<Practise> {
    private List<ActionName> actions = Cast.ACTIONS;
    private List<ResourceName> resources = Cast.RESOURCES;
    private Optional<Duration> accessFor = Optional.empty();

    private Practise() {
      super(Cast.ANNA);
    }

    public Practise to(ActionName... told) {
      actions = List.of(told);
      return this;
    }

    public Practise on(ResourceName... told) {
      resources = List.of(told);
      return this;
    }

    public Practise accessFor(Duration told) {
      accessFor = Optional.of(told);
      return this;
    }

    @Override
    Practise self() {
      return this;
    }

    @Override
    StartPractice build(Unsaid unsaid) {
      return new StartPractice(
          request(), attempt(unsaid), Practice.asked(actions, resources, accessFor));
    }
  }
}
