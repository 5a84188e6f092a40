package dev.lockbox.audit.ocsf;

import static dev.lockbox.domain.SealedTypes.kindsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.ExclusionSamples;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RevocationCause;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.operation.Operations;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventRecordsTest {
  private static final Set<Class<?>> ALARMS =
      Set.of(
          EnforceDeadline.class,
          ExpireMemberships.class,
          EnforceExclusion.class,
          EnforceSessions.class);
  private static final String NOT_APPROVED = "no approval cover(s|ed)|Access without approval";
  private static final Provenance ANNA_DECIDED =
      new Provenance(
          new Attempt(Cast.ANNA, new DecisionId("decision-7")), Fingerprint.of(List.of("any")));

  static Stream<Recorded> samples() {
    return Stream.concat(Samples.events().stream(), Samples.sparseEvents().stream());
  }

  static List<String> hostileTexts() {
    return HostileTexts.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aRecordKeepsTheRulesOfOcsf(Recorded sample) {
    assertThat(new OcsfRules().complaints(parsed(sample))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aRecordIsSpelledTheSameForEver(Recorded sample) {
    Golden.check(
        sample.event().getClass().getSimpleName() + which(sample), EventRecords.of(sample));
  }

  /** The sparse ones of a type are told apart by their number, the first of them has none. */
  private static String which(Recorded sample) {
    var alike =
        Samples.sparseEvents().stream()
            .filter(one -> one.event().getClass() == sample.event().getClass())
            .toList();
    var place = alike.indexOf(sample) + 1;
    return place == 0 ? "" : place == 1 ? "-sparse" : "-sparse-" + place;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whoDidItIsNeverBlank(Recorded sample) {
    var record = parsed(sample);
    var finding = record.get("class_uid").asInt() == 2004;
    assertThat(record.path("actor").isEmpty()).isEqualTo(finding);
  }

  @Test
  void whatIsRefusedIsRecordedWithAllThatWasFound() {
    var refused =
        Samples.sparseEvents().stream()
            .filter(one -> one.event() instanceof CommandRefused no && no.unadmitted().isPresent())
            .findFirst()
            .orElseThrow();
    var lockbox = parsed(refused).path("unmapped").path("lockbox");
    assertThat(parsed(refused).path("status_code").asText()).isEqualTo("ACCESS_TOO_LONG");
    assertThat(lockbox.path("checks").findValuesAsText("name"))
        .containsExactly(
            Stream.of(CheckName.values())
                .filter(name -> name != CheckName.GUARD_RAIL) // which came later
                .map(Enum::name)
                .toArray(String[]::new));
    assertThat(lockbox.path("checks").findValuesAsText("found"))
        .contains("ACCESS_TOO_LONG, TICKET_REQUIRED");
    assertThat(lockbox.path("facts").path("manager").asText()).isEqualTo("mira");
    assertThat(lockbox.path("resources")).isNotEmpty();
  }

  /** So that no rule of a SIEM's need take a denial or a yes in practice for one in earnest. */
  @ParameterizedTest
  @MethodSource("samples")
  void everyRecordOfPracticeSaysSoAndNoOtherDoes(Recorded sample) {
    assertThat(parsed(sample).at("/unmapped/lockbox/practice").asBoolean())
        .isEqualTo(sample.isPractice());
    assertThat(parsed(sample).at("/unmapped/lockbox").has("practice"))
        .isEqualTo(sample.isPractice());
    if (isOfAnyRequest(sample.event())) {
      var ofPractice =
          new Recorded(
              sample.sequence(),
              sample.version(),
              sample.rulesVersion(),
              sample.cause(),
              sample.event(),
              true);
      assertThat(parsed(ofPractice).at("/unmapped/lockbox/practice").asBoolean()).isTrue();
    }
  }

  private static boolean isOfAnyRequest(Event event) {
    return event instanceof RequestDenied
        || event instanceof RequestExpired
        || event instanceof ApprovalGiven
        || event instanceof CommandRefused;
  }

  @Test
  void aYesToOnesOwnRequestIsRecordedWithWhoTried() {
    var no =
        new CommandRefused(
            Cast.CONTOSO,
            Optional.of(Cast.REQUEST),
            Cast.NOON,
            new Attempt(new PersonId("EVA"), new DecisionId("own")),
            "Approve",
            Refusal.OWN_REQUEST,
            "EVA asked for contoso/req-1001 and cannot approve it");
    var record = parsed(recorded(no));
    assertThat(record.at("/metadata/event_code").asText()).isEqualTo("ApproveLockboxRequest");
    assertThat(record.path("status").asText()).isEqualTo("Failure");
    assertThat(record.path("status_code").asText()).isEqualTo("OWN_REQUEST");
    assertThat(record.path("disposition").asText()).isEqualTo("Unauthorized");
    assertThat(record.at("/actor/user/uid").asText()).isEqualTo("EVA");
  }

  @Test
  void timeActsAsTheProcessorAndNobodyElseCan() {
    var named =
        samples()
            .filter(sample -> parsed(sample).path("actor").has("app_name"))
            .map(sample -> sample.event().getClass().getSimpleName());
    assertThat(named)
        .containsOnly(
            "RequestExpired",
            "InternalApprovalExpired",
            "AccessEnded",
            "GrantsFrozen",
            "ClosingRequired",
            "ReadingRequired",
            "AccessStarted",
            "BreakGlassLapsed",
            "MembershipRequestExpired",
            "MembershipExpired",
            "SessionEnded",
            "UseSummarised");
  }

  @Test
  void whoHasAccessWithoutApprovalIsRecordedByIdWithThePseudonymBesideIt() {
    var lockbox =
        parsed(recorded(ExclusionSamples.invokedUnderAPseudonym())).at("/unmapped/lockbox");
    assertThat(lockbox.path("engineer").asText()).isEqualTo("eva");
    assertThat(lockbox.path("pseudonym").asText()).isEqualTo("Engineer 7");
  }

  /** That nobody approved it is all that is said of approvals. */
  @Test
  void noRecordCallsAnAccessApprovedThatIsNot() {
    var records =
        samples()
            .filter(sample -> sample.event() instanceof ExclusionEvent)
            .map(EventRecordsTest::parsed)
            .toList();
    assertThat(records)
        .hasSize(9)
        .allSatisfy(
            record -> {
              assertThat(record.path("action").asText()).isNotEqualTo("Allowed");
              assertThat(record.has("authorizations")).isFalse();
              assertThat(record.toString().replaceAll(NOT_APPROVED, ""))
                  .doesNotContainIgnoringCase("approv");
            });
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void aReasonComesBackAsItWasWritten(String hostile) {
    var text = new PersonalText(Cast.ANNA, visible(hostile));
    var denied = new RequestDenied(Cast.REQUEST, Cast.NOON, ANNA_DECIDED, Optional.of(text));
    var record = EventRecords.of(recorded(denied));

    assertThat(OcsfRules.parse(record.json().toArray()).get("comment").asText())
        .isEqualTo(text.text());
    assertThat(text(record)).doesNotContain("\n", "\r", "\u001b");
    assertThat(record.headers().values()).allMatch(value -> !value.contains(text.text()));
  }

  @Test
  void membersAreToldInOneOrderHoweverTheyWereHeld() {
    var people = Stream.of("zoe", "abe", "mia", "kim", "lea").map(EventRecordsTest::member);
    var forwards = people.toList();
    assertThat(text(EventRecords.of(registered(new LinkedHashSet<>(forwards)))))
        .isEqualTo(text(EventRecords.of(registered(new LinkedHashSet<>(forwards.reversed())))))
        .contains("[\"abe\",\"kim\",\"lea\",\"mia\",\"zoe\"]")
        .doesNotContain("@");
  }

  @ParameterizedTest
  @EnumSource(RevocationCause.class)
  void everyEndOfAGrantBeforeItsTimeIsARevocation(RevocationCause cause) {
    var revoked =
        new RequestRevoked(Cast.REQUEST, Cast.NOON, ANNA_DECIDED, cause, Optional.empty());
    var record = parsed(recorded(revoked));

    assertThat(record.at("/metadata/event_code").asText()).isEqualTo("RevokeLockboxAccess");
    assertThat(record.at("/unmapped/lockbox/revocation").asText()).isEqualTo(cause.name());
    assertThat(record.get("actor").has("app_uid"))
        .isEqualTo(cause == RevocationCause.TICKET_RESOLVED);
  }

  @Test
  void everyCommandThatCanBeRefusedOnRecordHasItsOperation() {
    var known = new TreeSet<String>();
    for (var command : kindsOf(Command.class)) {
      if (!ALARMS.contains(command)) {
        var refused = refused(command.getSimpleName(), Refusal.TOO_LATE);
        known.add(Operations.of(refused).orElseThrow().code());
      }
    }
    assertThat(known).hasSize(kindsOf(Command.class).size() - ALARMS.size());
  }

  @ParameterizedTest
  @EnumSource(value = Refusal.class, mode = EnumSource.Mode.EXCLUDE, names = "NOT_DUE")
  void aRefusalIsAFailureUnderTheNameOfWhatWasAsked(Refusal refusal) {
    var refused = EventRecords.of(recorded(refused("Approve", refusal)));
    var record = OcsfRules.parse(refused.json().toArray());

    assertThat(new OcsfRules().complaints(record)).isEmpty();
    assertThat(record.at("/metadata/event_code").asText()).isEqualTo("ApproveLockboxRequest");
    assertThat(record.get("status").asText()).isEqualTo("Failure");
    assertThat(record.get("status_code").asText()).isEqualTo(refusal.name());
    assertThat(record.get("action").asText()).isEqualTo("Denied");
    assertThat(record.has("authorizations")).isFalse();
    assertThat(refused.type()).isEqualTo("dev.lockbox.audit.refuse.v1");
  }

  @Test
  void reachingForWhatIsNotOnesOwnIsUnauthorized() {
    assertThat(
            parsed(recorded(refused("Approve", Refusal.OWN_REQUEST))).get("disposition_id").asInt())
        .isEqualTo(26);
    assertThat(parsed(recorded(refused("Approve", Refusal.TOO_LATE))).get("disposition_id").asInt())
        .isEqualTo(2);
  }

  @Test
  void whatNoEventOfThisVersionSaysStopsTheRecord() {
    assertThatThrownBy(() -> EventRecords.of(recorded(refused("Extend", Refusal.TOO_LATE))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Extend");
    assertThatThrownBy(() -> EventRecords.of(recorded(refused("Approve", Refusal.NOT_DUE))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NOT_DUE");
  }

  @Test
  void theEnvelopesSequenceSortsAsTextTheWayItCounts() {
    assertThat(envelopeSequence(9)).isLessThan(envelopeSequence(10));
    assertThat(envelopeSequence(10)).isLessThan(envelopeSequence((1L << 53) - 1));
  }

  private static String envelopeSequence(long sequence) {
    var recorded =
        new Recorded(sequence, 1, new CommandId("c"), refused("Approve", Refusal.TOO_LATE));
    return EventRecords.of(recorded).headers().get("ce_sequence");
  }

  /** A text of nothing but control characters is blank, and refused long before. */
  private static String visible(String hostile) {
    return hostile.length() < PersonalText.BYTES_MAX ? "_" + hostile : hostile;
  }

  private static CommandRefused refused(String command, Refusal refusal) {
    return new CommandRefused(
        Cast.CONTOSO,
        Optional.of(Cast.REQUEST),
        Cast.NOON,
        new Attempt(Cast.FEMI, new DecisionId("let-me")),
        command,
        refusal,
        "because");
  }

  private static Recorded registered(Set<Member> approvers) {
    return recorded(
        new TenantRegistered(
            Cast.CONTOSO,
            Cast.NOON,
            ANNA_DECIDED,
            new Membership("Premier", approvers, Set.of(), Set.of())));
  }

  private static Member member(String name) {
    return new Member(
        new PersonId(name), new PersonalText(new PersonId(name), name + "@contoso.example"));
  }

  private static Recorded recorded(Event event) {
    return new Recorded(7, 3, new CommandId("command-7"), event);
  }

  private static JsonNode parsed(Recorded recorded) {
    return OcsfRules.parse(EventRecords.of(recorded).json().toArray());
  }

  private static String text(AuditRecord record) {
    return new String(record.json().toArray(), StandardCharsets.UTF_8);
  }
}
