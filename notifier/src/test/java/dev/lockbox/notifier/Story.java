package dev.lockbox.notifier;

import static dev.lockbox.domain.Scenario.given;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.EventBuilder;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.rules.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Contoso's history, entry after entry, as the processor records it. */
final class Story {
  private final List<Recorded> entries = new ArrayList<>();
  private int tenantVersion;

  /** Anna and Ben approve, Carla administers, Dora audits. */
  static Story contoso() {
    return new Story().registered(Samples.MEMBERSHIP);
  }

  Story registered(Membership members) {
    return add(new TenantRegistered(Cast.CONTOSO, Cast.MORNING, by(), members), ++tenantVersion);
  }

  Story approversNow(Member... approvers) {
    return add(
        new ApproversReplaced(Cast.CONTOSO, Cast.MORNING, by(), Set.of(approvers)),
        ++tenantVersion);
  }

  Story membersNow(Membership members) {
    return add(
        new MembersReplaced(
            Cast.CONTOSO,
            Cast.MORNING,
            by(),
            members.approvers(),
            members.admins(),
            members.auditors()),
        ++tenantVersion);
  }

  Story settingsNow(Settings settings) {
    return add(
        new SettingsChanged(Cast.CONTOSO, Cast.MORNING, by(), Optional.empty(), settings),
        ++tenantVersion);
  }

  /** All that happens to {@link Cast#REQUEST}, which must be told in one go. */
  Story request(EventBuilder<?>... told) {
    var history = given(told).history();
    for (var i = 0; i < history.size(); i++) {
      add(history.get(i), i + 1);
    }
    return this;
  }

  Story add(Event event, long version) {
    var sequence = entries.size() + 1;
    entries.add(new Recorded(sequence, version, new CommandId("command-" + sequence), event));
    return this;
  }

  List<Recorded> entries() {
    return List.copyOf(entries);
  }

  Recorded last() {
    return entries.getLast();
  }

  /** What is known of the last entry. */
  Known known() {
    var history = new History();
    entries.subList(0, entries.size() - 1).forEach(history::fold);
    return history.fold(last());
  }

  private static Provenance by() {
    return new Provenance(
        new Attempt(Cast.OPERATOR, new DecisionId("d")), Fingerprint.of(List.of("tenant")));
  }
}
