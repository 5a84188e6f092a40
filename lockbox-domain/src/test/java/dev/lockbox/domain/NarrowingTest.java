package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.WIDER_THAN_ASKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An approver grants less than was asked for, and never more (F51, F61, F64, F66). */
class NarrowingTest {
  private static final ActionName LOGS = new ActionName("k8s.pod.logs");
  private static final ActionName GET = new ActionName("k8s.object.get");
  private static final ResourceName ETCD = new ResourceName("/clusters/aro1/ns/openshift-etcd");
  private static final ResourceName DNS = new ResourceName("/clusters/aro1/ns/openshift-dns");
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);

  private static Events.Opened openedWide() {
    return opened().through(open().to(LOGS, GET).on(ETCD, DNS));
  }

  @Test
  void anApproverGrantsFewerActions() {
    var terms = new Terms(List.of(LOGS), List.of(ETCD, DNS), EIGHT_HOURS);
    given(openedWide())
        .when(approve().only(LOGS))
        .happened(
            narrowed(terms).through(approve().only(LOGS)),
            approved().through(approve().only(LOGS)));
  }

  @Test
  void anApproverGrantsFewerResources() {
    var terms = new Terms(List.of(LOGS, GET), List.of(DNS), EIGHT_HOURS);
    given(openedWide())
        .when(approve().only(DNS))
        .happened(
            narrowed(terms).through(approve().only(DNS)), approved().through(approve().only(DNS)));
  }

  @Test
  void anApproverGrantsAShorterTime() {
    var hour = Duration.ofHours(1);
    var yes = approve().onlyFor(hour);
    var terms = new Terms(List.of(LOGS, GET), List.of(ETCD, DNS), hour);
    var granted =
        given(openedWide())
            .when(yes, NOON)
            .happened(
                narrowed(terms).through(yes), approved().through(yes).accessUntil(NOON.plus(hour)))
            .state();
    assertThat(granted)
        .isInstanceOfSatisfying(Granted.class, now -> assertThat(now.terms()).isEqualTo(terms));
  }

  @Test
  void whatWasNotAskedForIsNeverGranted() {
    given(opened()).when(approve().only(GET)).refused(WIDER_THAN_ASKED);
    given(opened()).when(approve().only(LOGS, GET)).refused(WIDER_THAN_ASKED);
    given(opened()).when(approve().only(DNS)).refused(WIDER_THAN_ASKED);
    given(opened()).when(approve().onlyFor(EIGHT_HOURS.plusMillis(1))).refused(WIDER_THAN_ASKED);
  }

  @Test
  void aYesToAllThatWasAskedForIsNoNarrowing() {
    var yes = approve().onlyFor(EIGHT_HOURS);
    given(opened()).when(yes).happened(approved().through(yes));
  }

  @Test
  void whoReadTheWiderTermsHasNotReadTheNarrowerOnes() {
    var hour = new Terms(Cast.ACTIONS, Cast.RESOURCES, Duration.ofHours(1));
    given(opened(), narrowed(hour))
        .when(approve().by(BEN).ifVersion(1))
        .refused(dev.lockbox.domain.decision.Refusal.STALE_VERSION);
  }

  @Test
  void aNarrowingSaysWhatIsLess() {
    assertThatThrownBy(() -> new Narrowing(Optional.empty(), Optional.empty(), Optional.empty()))
        .hasMessageContaining("what is less");
    assertThatThrownBy(
            () -> new Narrowing(Optional.of(List.of()), Optional.empty(), Optional.empty()))
        .hasMessageContaining("actions");
    assertThatThrownBy(
            () -> new Narrowing(Optional.empty(), Optional.of(List.of(DNS, DNS)), Optional.empty()))
        .hasMessageContaining("resources");
    assertThatThrownBy(
            () -> new Narrowing(Optional.empty(), Optional.empty(), Optional.of(Duration.ZERO)))
        .hasMessageContaining("accessFor");
  }
}
