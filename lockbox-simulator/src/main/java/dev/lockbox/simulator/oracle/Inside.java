package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.EvaluationCommand;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;

/**
 * What the provider's own approvers may say to a request, and what comes of it; from docs/rules.md.
 * Who says yes there is neither its engineer nor one of the customer's approvers.
 */
final class Inside {
  private final Story story;
  private final When when;

  Inside(Story story, When when) {
    this.story = story;
    this.when = when;
  }

  boolean takesEffect(EvaluationCommand said) {
    return switch (said) {
      case ApproveInternally yes -> isYesTaken(yes);
      case DenyInternally no ->
          story.isOpen(no.request()) && maySayNo(no.request(), no.by().actor());
    };
  }

  private boolean isYesTaken(ApproveInternally yes) {
    var request = yes.request();
    var who = yes.by().actor();
    return !when.suspect()
        && !story.isFrozen()
        && story.isInside(request)
        && !hasSaidYes(request, who)
        && isEntitled(request, who)
        && when.isBefore(story.decideBy(request))
        && new Rules(story).hasReadTheTerms(request, yes.ifVersion())
        && (!isLast(request) || passing(yes).isTaken());
  }

  boolean hasSaidYes(RequestId request, PersonId who) {
    return story.insiders(request).contains(who);
  }

  /** Named in the stage that is to be passed next, still one of those, and no customer by now. */
  boolean isEntitled(RequestId request, PersonId who) {
    var panel = story.insidePanels(request).get(stage(request));
    return panel.named().contains(who)
        && Vetting.able(story.open(request), panel.group().orElseThrow(), when).contains(who)
        && !story.now().approvers().contains(who);
  }

  /** Named in any stage, while it waits there; and later on, whoever said yes. */
  boolean maySayNo(RequestId request, PersonId who) {
    return story.isInside(request)
        ? story.insidePanels(request).stream().anyMatch(panel -> panel.named().contains(who))
        : hasSaidYes(request, who);
  }

  private int stage(RequestId request) {
    return Panel.reached(story.insidePanels(request), story.insideYesses(request).size());
  }

  private boolean isLast(RequestId request) {
    var needed = story.insidePanels(request).stream().mapToInt(Panel::quorum).sum();
    return story.insideYesses(request).size() + 1 >= needed;
  }

  /** Whether this yes brings it to the customer, were nothing else in its way. */
  boolean isLast(EvaluationCommand said) {
    return said instanceof ApproveInternally yes
        && story.isInside(yes.request())
        && isLast(yes.request());
  }

  PassingOn passing(EvaluationCommand said) {
    return story.passing(said.request(), said.by().actor(), when);
  }

  /** How many events it makes. */
  int events(EvaluationCommand said) {
    return isLast(said) ? 1 + passing(said).events() : 1;
  }

  boolean isToldBy(Event event, EvaluationCommand said, int place) {
    return switch (said) {
      case ApproveInternally yes when place > 0 -> passing(yes).isToldBy(event, place - 1);
      case ApproveInternally yes when isLast(yes) ->
          event instanceof InternalApprovalGranted granted
              && granted.stage() == stage(yes.request())
              && granted.reason().equals(yes.reason());
      case ApproveInternally yes ->
          event instanceof InternalApprovalGiven given
              && given.stage() == stage(yes.request())
              && given.reason().equals(yes.reason());
      case DenyInternally no ->
          event instanceof InternalApprovalDenied denied && denied.reason().equals(no.reason());
    };
  }
}
