package dev.lockbox.audit;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Events.approvalGiven;
import static dev.lockbox.domain.Events.approvalsRequired;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.domain.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an auditor reads of a grant whose approvers left: Anna, before the quorum was full, and Ben
 * after it (A15). A yes stands beside the change that took its giver's say away, in the order in
 * which they came.
 */
class LeavingApproversTest {
  private static final Stage TWO_OF_THREE =
      new Stage(Optional.empty(), Set.of(ANNA, BEN, CARLA), 2);

  private final List<Recorded> history = new ArrayList<>();
  private Tenant tenant = Tenant.UNREGISTERED;
  private AuditRun run;

  @BeforeEach
  void start(@TempDir Path stores) {
    run = new AuditRun(stores.resolve("stores"));
  }

  @AfterEach
  void stop() {
    run.close();
  }

  @Test
  void whoApprovedAndWhoWasRemovedWhenStandsInTheRecord() {
    decided(new RegisterTenant(CONTOSO, by(OPERATOR, "register"), naming(ANNA, BEN, CARLA)));
    var waits =
        given(
            opened().approvers(ANNA, BEN, CARLA),
            approvalsRequired(ApproverMode.SNAPSHOT, TWO_OF_THREE));
    var once = waits.approversNow(ANNA, BEN, CARLA).when(approve()).happened(approvalGiven(0));
    happened(once.history());
    replaced("anna-leaves", BEN, CARLA);
    happened(triesElsewhere());
    var granted =
        once.approversNow(BEN, CARLA).when(approve().by(BEN)).happened(approved().by(BEN));
    happened(List.of(granted.history().getLast()));
    replaced("ben-leaves", CARLA);
    run.happened(history);

    var told = run.told().stream().map(one -> parsed(one.value())).toList();
    assertThat(told)
        .filteredOn(record -> record.at("/actor/user").isObject())
        .extracting(LeavingApproversTest::line)
        .containsExactly(
            "RegisterLockboxTenant by operator, approvers [\"anna\",\"ben\",\"carla\"]",
            "CreateLockboxRequest by eva, approvers [\"anna\",\"ben\",\"carla\"]",
            "GiveLockboxApproval by anna",
            "ReplaceLockboxMembers by operator, approvers [\"ben\",\"carla\"]",
            "ApproveLockboxRequest by anna, NOT_AN_APPROVER",
            "ApproveLockboxRequest by ben",
            "ReplaceLockboxMembers by operator, approvers [\"carla\"]");
  }

  private static String line(JsonNode record) {
    var approvers = record.at("/unmapped/lockbox/approvers");
    return "%s by %s%s%s"
        .formatted(
            record.at("/metadata/event_code").asText(),
            record.at("/actor/user/uid").asText(),
            approvers.isArray() ? ", approvers " + approvers : "",
            record.has("status_code") ? ", " + record.path("status_code").asText() : "");
  }

  /** Anna, who is named there too, and no approver any more. */
  private static List<Event> triesElsewhere() {
    var other = new RequestId(CONTOSO, "req-1002");
    return List.of(
        new CommandRefused(
            CONTOSO,
            Optional.of(other),
            NOON,
            by(ANNA, "too-late"),
            "Approve",
            Refusal.NOT_AN_APPROVER,
            "anna is no approver"));
  }

  private void replaced(String decision, PersonId... approvers) {
    var now = naming(approvers);
    decided(
        new ReplaceMembers(
            CONTOSO,
            by(OPERATOR, decision),
            now.approvers(),
            now.admins(),
            now.auditors(),
            Optional.empty()));
  }

  private static Membership naming(PersonId... approvers) {
    var members =
        Stream.of(approvers)
            .map(one -> Member.of(one.value(), one + "@contoso.example"))
            .collect(Collectors.toSet());
    return new Membership("Premier", members, Set.of(), Set.of());
  }

  /** As the rules have it, and as it stands in the tenant's history then. */
  private void decided(TenantCommand command) {
    var events =
        ((Accepted<TenantEvent>) TenantDecider.decide(tenant, command, Moment.at(NOON))).events();
    events.forEach(event -> tenant = Tenant.evolve(tenant, event));
    happened(events);
  }

  private void happened(List<? extends Event> events) {
    for (var event : events) {
      var place = history.size() + 1;
      history.add(new Recorded(place, place, new CommandId("command-" + place), event));
    }
  }

  private static Attempt by(PersonId who, String decision) {
    return new Attempt(who, new DecisionId(decision));
  }

  private static JsonNode parsed(byte[] record) {
    try {
      return new ObjectMapper().readTree(record);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }
}
