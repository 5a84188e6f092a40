package dev.lockbox.local.doctor;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.domain.tenant.Tenant.Unregistered;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a customer stands: whether its data is behind the lockbox, and who can say yes. */
final class Standing {
  private Standing() {}

  static Stream<Symptom> symptoms(TenantId tenant, Tenant standing) {
    return switch (standing) {
      case Unregistered none ->
          Stream.of(Symptom.bad("tenant", "%s is not registered".formatted(tenant)));
      case Registered registered ->
          Stream.of(enrolment(tenant, registered), approvers(registered), proposal(registered));
    };
  }

  private static Symptom enrolment(TenantId tenant, Registered registered) {
    var enrolment = registered.settings().enrolment();
    return switch (enrolment.scope()) {
      case TENANT ->
          Symptom.well(
              "enrolment",
              "all of %s is behind the lockbox, version %d"
                  .formatted(tenant, registered.version()));
      case SUBSCRIPTIONS ->
          Symptom.well(
              "enrolment",
              "of %s only what is below %s is behind the lockbox, version %d"
                  .formatted(tenant, below(enrolment), registered.version()));
      case NOTHING ->
          Symptom.bad(
              "enrolment",
              "nothing of %s is behind the lockbox: access is granted without asking"
                  .formatted(tenant));
    };
  }

  private static String below(Enrolment enrolment) {
    return enrolment.subscriptions().stream()
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Symptom approvers(Registered registered) {
    var approvers =
        Membership.ids(registered.membership().with(registered.assignments()).approvers());
    return approvers.isEmpty()
        ? Symptom.bad("approvers", "nobody can say yes")
        : Symptom.well(
            "approvers",
            approvers.stream().map(PersonId::value).sorted().collect(Collectors.joining(", ")));
  }

  private static Symptom proposal(Registered registered) {
    return Symptom.well(
        "rules",
        registered
            .proposal()
            .map(
                one ->
                    "proposal %d of %s waits for a second person"
                        .formatted(one.version(), one.by()))
            .orElse("nothing waits for a second person"));
  }
}
