package dev.lockbox.simulator.oracle;

import static dev.lockbox.domain.decision.Refusal.ACCESS_NOT_POSITIVE;
import static dev.lockbox.domain.decision.Refusal.ACCESS_TOO_LONG;
import static dev.lockbox.domain.decision.Refusal.ACTION_NOT_ALLOWED_HERE;
import static dev.lockbox.domain.decision.Refusal.COOLING_DOWN;
import static dev.lockbox.domain.decision.Refusal.DENIED_BY_RULES;
import static dev.lockbox.domain.decision.Refusal.NAME_OF_PRACTICE;
import static dev.lockbox.domain.decision.Refusal.NOT_GRANTABLE;
import static dev.lockbox.domain.decision.Refusal.REASON_CODE_REQUIRED;
import static dev.lockbox.domain.decision.Refusal.SCOPE_TOO_WIDE;
import static dev.lockbox.domain.decision.Refusal.STARTS_TOO_LATE;
import static dev.lockbox.domain.decision.Refusal.TICKET_REQUIRED;
import static dev.lockbox.domain.decision.Refusal.TOO_MANY_OPEN;
import static dev.lockbox.domain.decision.Refusal.UNSUPPORTED_ACTION;
import static dev.lockbox.domain.decision.Refusal.UNSUPPORTED_DEPLOYMENT_MODEL;
import static dev.lockbox.domain.decision.Refusal.UNSUPPORTED_RESOURCE_TYPE;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.decision.Refusal;
import java.util.List;
import java.util.Optional;

/** What is told beside the reason, of a request that was looked at before it was refused. */
final class Refusing {
  /** What may speak against a request whatever the provider's side finds, in order (ADR 27). */
  private static final List<Refusal> WHATEVER_IS_FOUND =
      List.of(
          NAME_OF_PRACTICE,
          UNSUPPORTED_RESOURCE_TYPE,
          UNSUPPORTED_DEPLOYMENT_MODEL,
          UNSUPPORTED_ACTION,
          ACTION_NOT_ALLOWED_HERE,
          NOT_GRANTABLE,
          DENIED_BY_RULES,
          TOO_MANY_OPEN,
          COOLING_DOWN,
          ACCESS_NOT_POSITIVE,
          ACCESS_TOO_LONG,
          STARTS_TOO_LATE,
          TICKET_REQUIRED,
          SCOPE_TOO_WIDE,
          REASON_CODE_REQUIRED);

  private final Story story;
  private final Command command;
  private final When when;

  Refusing(Story story, Command command, When when) {
    this.story = story;
    this.command = command;
    this.when = when;
  }

  boolean isToldBy(CommandRefused no) {
    var vetting = vetting();
    if (vetting.isEmpty()) {
      return no.unadmitted().isEmpty();
    }
    return no.unadmitted()
        .filter(told -> vetting.get().isToldBy(told, against(no.refusal())))
        .isPresent();
  }

  /** Of what could have been opened by its id, where anybody looks at all. */
  private Optional<Vetting> vetting() {
    return command instanceof OpenRequest open && isNew(open)
        ? story.opening(open, when).vetting()
        : Optional.empty();
  }

  private boolean isNew(OpenRequest open) {
    var request = open.request();
    return story.now().isRegistered()
        && story.accepted(open).isEmpty()
        && story.opening(request).isEmpty()
        && story.end(request).isEmpty()
        && !story.isFaulted(request);
  }

  /** By name; what is only found on the way to the customer stands alone. */
  private List<String> against(Refusal given) {
    var reasons = new Reasons(story, command, when);
    var all = WHATEVER_IS_FOUND.stream().filter(reasons::isTrue).map(Refusal::name).toList();
    return all.isEmpty() ? List.of(given.name()) : all;
  }
}
