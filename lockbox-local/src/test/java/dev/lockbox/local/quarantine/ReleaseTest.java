package dev.lockbox.local.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Bytes;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.local.quarantine.Release.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private static final TenantId CONTOSO = new TenantId("contoso");
  private static final TenantId FABRIKAM = new TenantId("fabrikam");
  private static final PersonId OPERATOR = new PersonId("operator");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Attempt BY = new Attempt(OPERATOR, new DecisionId("d1"));
  private static final Quarantined GARBAGE = garbage("lockbox.commands", 7, Optional.empty());

  private final List<ReleaseGrants> appended = new ArrayList<>();

  @Test
  void aLineTellsPlaceCauseTenantLengthDigestAndWhomItFreezes() {
    assertThat(only(frozen(FABRIKAM), frozen(CONTOSO)).line())
        .isEqualTo(
            "lockbox.commands/3/7  WRONG_MAGIC  tenant unknown  3 bytes  sha256 "
                + GARBAGE.sha256()
                + "  FROZEN contoso,fabrikam");
  }

  @Test
  void whatIsReleasedForSomeStillFreezesTheOthers() {
    assertThat(only(frozen(CONTOSO), frozen(FABRIKAM), released(CONTOSO)).line())
        .endsWith("FROZEN fabrikam");
    assertThat(only(frozen(CONTOSO), released(CONTOSO)).line()).endsWith("released contoso");
  }

  @Test
  void intakeGarbageFreezesNobodyAndMayBeLeftOut() {
    var found = garbage("lockbox.requests", 8, Optional.of(CONTOSO)).withoutBytes();
    assertThat(Finding.of(List.of(found), List.of(frozen(CONTOSO))).getFirst().line())
        .contains("tenant contoso", "3 bytes left out", GARBAGE.sha256())
        .endsWith("freezes nobody");
  }

  @Test
  void aReleaseNamesTheRecordTheOperatorAndTheReason() throws Exception {
    var outcome = release(Optional.of(released(CONTOSO))).of(CONTOSO, GARBAGE.id());
    assertThat(outcome).isInstanceOf(Outcome.Released.class);
    assertThat(appended)
        .singleElement()
        .satisfies(
            command -> {
              assertThat(command.tenant()).isEqualTo(CONTOSO);
              assertThat(command.quarantine()).isEqualTo(GARBAGE.id());
              assertThat(command.by().actor()).isEqualTo(OPERATOR);
              assertThat(command.reason().text()).isEqualTo("asked them");
            });
  }

  @Test
  void aNoAndASilenceAreToldApart() throws Exception {
    var no =
        new CommandRefused(
            CONTOSO, Optional.empty(), NOON, BY, "ReleaseGrants", Refusal.NOT_FROZEN, "it is not");
    assertThat(release(Optional.of(no)).of(CONTOSO, GARBAGE.id()))
        .isEqualTo(new Outcome.Refused(no));
    assertThat(release(Optional.empty()).of(CONTOSO, GARBAGE.id()))
        .isInstanceOf(Outcome.Undecided.class);
    var other = release(Optional.of(frozen(CONTOSO)));
    assertThatThrownBy(() -> other.of(CONTOSO, GARBAGE.id()))
        .isInstanceOf(IllegalStateException.class);
  }

  private Release release(Optional<Event> verdict) {
    return new Release(
        OPERATOR,
        "asked them",
        command -> {
          appended.add(command);
          return verdict.map(event -> new Recorded(5, 1, new CommandId("c1"), event));
        });
  }

  private static Finding only(Event... events) {
    return Finding.of(List.of(GARBAGE), List.of(events)).getFirst();
  }

  private static Event frozen(TenantId tenant) {
    return new GrantsFrozen(tenant, NOON, Optional.empty(), GARBAGE.id(), "WRONG_MAGIC");
  }

  private static Event released(TenantId tenant) {
    var by = new Provenance(BY, Fingerprint.of(List.of("release")));
    var reason = new PersonalText(OPERATOR, "asked them");
    return new GrantsReleased(tenant, NOON, by, GARBAGE.id(), reason);
  }

  private static Quarantined garbage(String topic, long offset, Optional<TenantId> tenant) {
    var value = Optional.of(new Bytes(new byte[] {1, 2, 3}));
    return new Quarantined(
        topic,
        3,
        offset,
        NOON,
        tenant,
        QuarantineCause.WRONG_MAGIC,
        "no zero byte",
        Optional.empty(),
        value);
  }
}
