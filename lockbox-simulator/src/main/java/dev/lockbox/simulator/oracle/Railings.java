package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.GuardRail;
import dev.lockbox.domain.rules.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a request must be behind the lockbox whatever the enrolment says; from docs/rules.md,
 * guard rails.
 */
final class Railings {
  private final Settings now;
  private final OpenRequest open;

  Railings(Settings now, OpenRequest open) {
    this.now = now;
    this.open = open;
  }

  /** No rail is about any of it. */
  boolean areNone() {
    return meant().findAny().isEmpty();
  }

  /** Whatever a rail is about is enrolled by itself. */
  boolean areAllEnrolled() {
    return meant().noneMatch(one -> Panel.isOutside(now.enrolment(), List.of(one)));
  }

  private Stream<ResourceName> meant() {
    return open.asked().resources().stream()
        .filter(
            one ->
                now.policy().guardRails().given().stream()
                    .anyMatch(rail -> isTagged(rail, open.details().tags()) && isNamed(rail, one)));
  }

  private static boolean isTagged(GuardRail rail, Set<Code> said) {
    return rail.tags().isEmpty()
        || rail.tags().stream()
            .anyMatch(
                tag -> said.stream().anyMatch(one -> one.value().equalsIgnoreCase(tag.value())));
  }

  private static boolean isNamed(GuardRail rail, ResourceName resource) {
    return rail.resources().isEmpty()
        || rail.resources().stream().anyMatch(one -> Preset.isMet(one, resource));
  }

  /**
   * Whether a change takes out of the lockbox what one of its own rails names; rails by tags name
   * nothing.
   */
  static boolean areLeftBy(Settings wanted, Enrolment before) {
    return wanted.policy().guardRails().given().stream()
        .filter(rail -> rail.tags().isEmpty())
        .flatMap(rail -> rail.resources().stream())
        .anyMatch(
            meant ->
                switch (before.scope()) {
                  case NOTHING -> false;
                  case TENANT ->
                      switch (wanted.enrolment().scope()) {
                        case TENANT -> false;
                        case NOTHING -> true;
                        case SUBSCRIPTIONS ->
                            wanted.enrolment().subscriptions().stream()
                                .noneMatch(one -> Panel.isBelow(one.value(), meant.toString()));
                      };
                  case SUBSCRIPTIONS ->
                      before.subscriptions().stream()
                          .filter(one -> Preset.isMet(meant, one))
                          .anyMatch(one -> !isWhollyIn(wanted.enrolment(), one));
                });
  }

  private static boolean isWhollyIn(Enrolment enrolment, ResourceName resource) {
    return switch (enrolment.scope()) {
      case NOTHING -> false;
      case TENANT -> true;
      case SUBSCRIPTIONS ->
          enrolment.subscriptions().stream()
              .anyMatch(one -> Panel.isBelow(one.value(), resource.value()));
    };
  }
}
