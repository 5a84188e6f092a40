package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Samples.ANNA_MEMBER;
import static dev.lockbox.domain.Samples.BEN_MEMBER;
import static dev.lockbox.domain.Samples.CARLA_MEMBER;
import static dev.lockbox.domain.Samples.DORA_MEMBER;

import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who acts for a tenant, replaced; and what is changed where a version stands. */
final class MemberSamples {
  private static final Attempt BY = new Attempt(OPERATOR, new DecisionId("replace-members"));
  private static final ReplaceMembers REPLACE =
      new ReplaceMembers(
          CONTOSO,
          BY,
          Set.of(BEN_MEMBER, CARLA_MEMBER),
          Set.of(DORA_MEMBER),
          Set.of(ANNA_MEMBER, CARLA_MEMBER),
          Optional.of(7L));

  /** Access lasts six hours, and up to twelve may be asked for. */
  private static final ChangeSettings CAP =
      new ChangeSettings(
          CONTOSO, BY, Samples.SETTINGS.with(Policies.having(AccessCap.of(Duration.ofHours(12)))));

  private MemberSamples() {}

  static List<Command> commands() {
    return List.of(REPLACE);
  }

  static List<Command> sparseCommands() {
    return List.of(
        new ReplaceMembers(CONTOSO, BY, Set.of(BEN_MEMBER), Set.of(), Set.of(), Optional.empty()),
        new ChangePlan(CONTOSO, BY, "Standard", Optional.of(7L)),
        new ChangeSettings(CONTOSO, BY, Samples.SETTINGS, Optional.of(7L)),
        new ChangeSettings(CONTOSO, BY, Settings.DEFAULTS, Optional.of(8L)),
        changeFrom(8, PolicySamples.WITHOUT_IDS),
        CAP,
        changeFrom(8, PolicySamples.WITHOUT_CREDENTIALS),
        changeFrom(8, PolicySamples.WITHOUT_SIGNATURES));
  }

  static List<Command> laterCommands() {
    return List.of(changeFrom(8, PolicySamples.WITHOUT_REVIEW));
  }

  static Command withReview() {
    return changeFrom(8, PolicySamples.WITHOUT_GUARD_RAILS);
  }

  static ChangeSettings changeFrom(long version, Policy policy) {
    return new ChangeSettings(CONTOSO, BY, Samples.SETTINGS.with(policy), Optional.of(version));
  }

  static List<Event> sparseEvents() {
    return List.of(
        new SettingsChanged(
            CONTOSO,
            MORNING,
            new Provenance(CAP.by(), CAP.content()),
            Optional.empty(),
            CAP.settings()));
  }

  static List<Event> events() {
    return List.of(
        new MembersReplaced(
            CONTOSO,
            MORNING,
            new Provenance(REPLACE.by(), REPLACE.content()),
            REPLACE.approvers(),
            REPLACE.admins(),
            REPLACE.auditors()));
  }
}
