package dev.lockbox.local.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.rerun.Comparison;
import dev.lockbox.domain.rerun.Reception;
import dev.lockbox.domain.rerun.Reception.CustomerAsked;
import dev.lockbox.domain.rerun.Reception.Granted;
import dev.lockbox.domain.rerun.Reception.ProviderAsked;
import dev.lockbox.domain.rerun.Reception.Refused;
import dev.lockbox.domain.rerun.Reception.TurnedDown;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What other rules would change, as it is printed. */
class RerunReportTest {
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private static final Stage EITHER = new Stage(Optional.empty(), Set.of(Cast.BEN, Cast.ANNA), 1);
  private static final Stage SECURITY =
      new Stage(Optional.of(new GroupId("security")), Set.of(Cast.CARLA), 1);
  private static final CustomerAsked ASKED = asking(Conditions.NONE, EITHER);

  private static CustomerAsked asking(Conditions conditions, Stage... stages) {
    return new CustomerAsked(
        List.of(stages), ApproverMode.SNAPSHOT, Duration.ofDays(4), EIGHT_HOURS, conditions);
  }

  private static RerunReport report(Reception standing, Reception proposed) {
    return new RerunReport(
        List.of(
            new Comparison(Cast.REQUEST, Cast.EVA, Cast.NOON, standing, proposed),
            new Comparison(Cast.REQUEST, Cast.EVA, Cast.NOON, ASKED, ASKED)));
  }

  @Test
  void whatIsNewlyGrantedIsCounted() {
    assertThat(report(ASKED, new Granted("rule logs", EIGHT_HOURS, Conditions.RECORDED)).text())
        .isEqualTo(
            """
            1 of 2 past requests would be received otherwise; 1 granted of which somebody is asked now
            req-1001  2026-03-02T12:00:00Z  eva
              now       asks 1 of anna, ben; PT8H within PT96H
              proposed  grants PT8H at once (rule logs); under conditions: RECORD\
            """);
  }

  @Test
  void everyReceptionHasWords() {
    var conditions =
        new Conditions(
            Set.of(),
            Set.of(new Code("PHI")),
            Optional.of(Set.of(new Code("RDP_GATEWAY"))),
            Optional.empty(),
            true);
    assertThat(report(ASKED, asking(conditions, EITHER, SECURITY)).text())
        .contains(
            "asks 1 of anna, ben, then 1 of carla (security); PT8H within PT96H; under conditions:"
                + " without PHI, by [RDP_GATEWAY], for one use");
    assertThat(report(ASKED, new ProviderAsked(List.of(EITHER), EIGHT_HOURS)).text())
        .contains("asks the provider's own people first: 1 of anna, ben within PT8H");
    assertThat(report(ASKED, new TurnedDown("rule never")).text())
        .contains("turns it down (rule never)");
    assertThat(report(ASKED, new Refused(Refusal.TICKET_REQUIRED)).text())
        .contains("refuses it (TICKET_REQUIRED)");
  }

  @Test
  void whereNothingChangesThereIsOneLine() {
    assertThat(report(ASKED, ASKED).text())
        .isEqualTo(
            "0 of 2 past requests would be received otherwise; 0 granted of which somebody is"
                + " asked now");
  }

  @Test
  void programsAreToldTheSame() {
    var json = report(ASKED, new Granted("rule logs", EIGHT_HOURS, Conditions.NONE)).json();
    assertThat(json.path("compared").asInt()).isEqualTo(2);
    assertThat(json.path("newlyGranted").asInt()).isEqualTo(1);
    assertThat(json.path("changed")).hasSize(1);
    var changed = json.path("changed").path(0);
    assertThat(changed.path("request").asText()).isEqualTo("req-1001");
    assertThat(changed.path("isNewlyGranted").asBoolean()).isTrue();
    assertThat(changed.path("proposed").asText()).startsWith("grants PT8H");
  }
}
