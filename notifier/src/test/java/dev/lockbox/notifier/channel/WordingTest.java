package dev.lockbox.notifier.channel;

import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Dialogues.accepted;
import static dev.lockbox.domain.Dialogues.answered;
import static dev.lockbox.domain.Dialogues.asked;
import static dev.lockbox.domain.Dialogues.offer;
import static dev.lockbox.domain.Dialogues.offerWithdrawn;
import static dev.lockbox.domain.Dialogues.offered;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.cancelled;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.Events.expired;
import static dev.lockbox.domain.Events.faulted;
import static dev.lockbox.domain.Events.grantedByRule;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Events.scheduled;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.Insiders.awaitingTwo;
import static dev.lockbox.domain.Insiders.expiredInside;
import static dev.lockbox.domain.Insiders.lastYesInside;
import static dev.lockbox.domain.Insiders.noInside;
import static dev.lockbox.domain.Insiders.openedThen;
import static dev.lockbox.domain.Insiders.yesInside;
import static dev.lockbox.domain.Practising.practiceOpened;
import static dev.lockbox.domain.Practising.practised;
import static dev.lockbox.domain.RevocationCause.DENIED_AFTER_GRANT;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.RevocationCause.TICKET_RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyConfirmed;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Commands;
import dev.lockbox.domain.Elsewhere;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Events;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.BreakGlassLapsed;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionAcknowledged;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.ExclusionSamples;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.Insiders;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.Scenario;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each letter says, word for word. To look at changed words: run with {@code
 * JAVA_TOOL_OPTIONS=-Dgolden.write=true}, and read the difference before it is committed.
 */
class WordingTest {
  private static final Instant IN_A_WEEK = Cast.MORNING.plus(Duration.ofDays(7));
  private static final Path GOLDEN = Path.of("src/test/resources/mails");
  private static final boolean WRITE = Boolean.getBoolean("golden.write");

  private static final Instant EVENING = Cast.NOON.plus(Duration.ofHours(8));
  private static final RequestId ANOTHER = new RequestId(Cast.CONTOSO, "req-1002");
  private static final Code RULE = new Code("logs-at-night");

  private static Commands.Open forLater() {
    return Commands.open().saying(Said.nothing().startAt(Cast.NOON).details());
  }

  static List<Arguments> letters() {
    return List.of(
        Arguments.of("opened", Letters.about(opened())),
        Arguments.of("approved", Letters.about(opened(), approved().because(Cast.REASON))),
        Arguments.of("scheduled", Letters.about(opened(), scheduled(Cast.NOON, EVENING))),
        Arguments.of(
            "started",
            Letters.about(opened(), scheduled(Cast.NOON, EVENING), Events.started().at(Cast.NOON))),
        Arguments.of("unasked", Letters.about(grantedWithoutCustomer())),
        Arguments.of(
            "unasked-for-later",
            Letters.about(
                evaluated(EvaluationRules.NONE).through(forLater()),
                grantedWithoutCustomer().through(forLater()))),
        Arguments.of("by-rule", Letters.about(grantedByRule(RULE, Conditions.NONE))),
        Arguments.of(
            "by-rule-for-later",
            Letters.about(
                evaluated(EvaluationRules.NONE).through(forLater()),
                grantedByRule(RULE, Conditions.NONE).through(forLater()))),
        Arguments.of("denied", Letters.about(opened(), denied().because("not <now> & not here"))),
        Arguments.of("expired", Letters.about(opened(), expired())),
        Arguments.of("practice", Letters.about(practiceOpened())),
        Arguments.of(
            "practised", Letters.about(practiceOpened(), practised().because(Cast.REASON))),
        Arguments.of("practice-expired", Letters.about(practiceOpened(), expired())),
        Arguments.of("withdrawn", Letters.about(opened(), withdrawn())),
        Arguments.of("cancelled", Letters.about(opened(), cancelled())),
        Arguments.of("revoked", Letters.about(opened(), approved(), revoked(REVOKED_BY_APPROVER))),
        Arguments.of(
            "denied-after-grant", Letters.about(opened(), approved(), revoked(DENIED_AFTER_GRANT))),
        Arguments.of(
            "ticket-resolved", Letters.about(opened(), approved(), revoked(TICKET_RESOLVED))),
        Arguments.of("ended", Letters.about(opened(), approved(), ended())),
        Arguments.of("faulted", Letters.about(opened(), faulted())),
        Arguments.of("faulted-unopened", Letters.about(faulted())),
        Arguments.of("question-asked", Letters.about(opened(), asked())),
        Arguments.of(
            "question-asked-pausing", Letters.about(opened(), asked().decideBy(IN_A_WEEK))),
        Arguments.of("question-answered", Letters.about(opened(), asked(), answered(2))),
        Arguments.of(
            "counter-offered",
            Letters.about(
                opened(), offered(offer(Samples.LESS).because(Cast.REASON), Samples.TERMS))),
        Arguments.of(
            "offer-accepted",
            Letters.about(
                opened(), offered(offer(Samples.LESS), Samples.TERMS), accepted(2, Samples.TERMS))),
        Arguments.of(
            "offer-withdrawn",
            Letters.about(
                opened(), offered(offer(Samples.LESS), Samples.TERMS), offerWithdrawn(2))),
        Arguments.of("break-glass-proposed", Letters.about(sample(BreakGlassProposed.class))),
        Arguments.of("exclusion-invoked", Letters.about(sample(ExclusionInvoked.class))),
        Arguments.of("exclusion-acknowledged", Letters.about(sample(ExclusionAcknowledged.class))),
        Arguments.of(
            "acknowledgement-overdue", Letters.about(sample(AcknowledgementOverdue.class))),
        Arguments.of("break-glass-lapsed", Letters.about(sample(BreakGlassLapsed.class))),
        Arguments.of("grants-frozen", Letters.about(sample(GrantsFrozen.class))),
        Arguments.of("grants-released", Letters.about(sample(GrantsReleased.class))),
        Arguments.of("approvers-replaced", Letters.about(sample(ApproversReplaced.class))),
        Arguments.of("members-replaced", Letters.about(sample(MembersReplaced.class))),
        Arguments.of("plan-changed", Letters.about(sample(PlanChanged.class))),
        Arguments.of("issuers-changed", Letters.about(sample(IssuersChanged.class))),
        Arguments.of("settings-proposed", Letters.about(sample(SettingsProposed.class))),
        Arguments.of("settings-changed", Letters.about(sample(SettingsChanged.class))),
        Arguments.of("settings-off", Letters.about(off())),
        Arguments.of("key-registered", Letters.about(sample(ApproverKeyRegistered.class))),
        Arguments.of("key-confirmed", Letters.about(sample(ApproverKeyConfirmed.class))),
        Arguments.of("key-withdrawn", Letters.about(sample(ApproverKeyWithdrawn.class))),
        Arguments.of("use-summarised", Letters.about(sample(UseSummarised.class))),
        Arguments.of("not-provisioned", Letters.about(sample(AccessNotProvisioned.class))),
        Arguments.of("ungranted-access", Letters.about(sample(UngrantedAccessDetected.class))),
        Arguments.of("ungranted-access-of-no-request", Letters.about(ofNoRequest())),
        Arguments.of(
            "session-out-of-grant",
            Letters.about(
                new SessionEnded(
                    SessionSamples.EVA_AT_CONTOSO,
                    Cast.NOON,
                    Optional.empty(),
                    SessionSamples.SESSION,
                    Cast.REQUEST,
                    SessionEnd.OUT_OF_GRANT))));
  }

  static List<Arguments> lettersInsideTheProvider() {
    return List.of(
        Arguments.of("internal-approval-needed", Letters.about(awaitingTwo())),
        Arguments.of("internal-approval-given", Letters.about(awaitingTwo(), yesInside(0))),
        Arguments.of(
            "internal-approval-denied", Letters.about(awaitingTwo(), noInside().because("no"))),
        Arguments.of("internal-approval-expired", Letters.about(awaitingTwo(), expiredInside())));
  }

  static List<Arguments> lettersOfSeveral() {
    return List.of(
        Arguments.of(
            "together",
            Letters.together(
                opened(),
                opened()
                    .through(
                        Commands.open()
                            .of(ANOTHER)
                            .withoutTicket()
                            .justification("first line\nhttps://evil.example <b>"))
                    .decideBy(IN_A_WEEK))),
        Arguments.of(
            "together-inside",
            Letters.together(
                awaitingTwo(), awaitingTwo().through(Insiders.detailedOpen().of(ANOTHER)))));
  }

  private static Event ofNoRequest() {
    return Samples.sparseEvents().stream()
        .map(sample -> sample.event())
        .filter(UngrantedAccessDetected.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  private static SettingsChanged off() {
    var changed = sample(SettingsChanged.class);
    return new SettingsChanged(
        changed.tenant(),
        changed.at(),
        changed.by(),
        Optional.empty(),
        Settings.DEFAULTS.with(Enrolment.OFF));
  }

  private static <E extends Event> E sample(Class<E> kind) {
    return Samples.events().stream()
        .map(sample -> sample.event())
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"letters", "lettersInsideTheProvider", "lettersOfSeveral"})
  void saysWhatItSaid(String name, Letter letter) throws IOException {
    var page = new Wording(Letters.PORTAL).page(letter);
    assertGolden(name + ".txt", "Subject: %s\n\n%s".formatted(page.subject(), TextPart.of(page)));
    assertGolden(name + ".html", HtmlPart.of(page));
  }

  @Test
  void saysTheSameInEveryZoneAndLanguage() throws Exception {
    var all =
        Stream.of(letters(), lettersInsideTheProvider(), lettersOfSeveral())
            .flatMap(List::stream)
            .map(one -> (Letter) one.get()[1])
            .toList();
    Elsewhere.theSame(() -> all.stream().map(WordingTest::told).toList());
  }

  private static String told(Letter letter) {
    var page = new Wording(Letters.PORTAL).page(letter);
    return page.subject() + TextPart.of(page) + HtmlPart.of(page) + letter.id();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("letters")
  void bothPartsLinkToWhatItIsAboutAndNowhereElse(String name, Letter letter) {
    var page = new Wording(Letters.PORTAL).page(letter);
    var request = letter.event().about().map(about -> "/" + about.value()).orElse("");
    var list = letter.event() instanceof ExclusionEvent ? "exclusions" : "requests";
    var link = "https://lockbox.example/portal/tenants/contoso/" + list + request;
    assertThat(TextPart.of(page)).containsOnlyOnce(link).containsOnlyOnce("://");
    assertThat(HtmlPart.of(page))
        .containsOnlyOnce("href=\"" + link + "\"")
        .containsOnlyOnce("://")
        .doesNotContain("<form", "<script", "<img", "<link");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lettersInsideTheProvider")
  void whatIsInsideTheProviderLinksToWhereItsPeopleReadIt(String name, Letter letter) {
    var page = new Wording(Letters.PORTAL).page(letter);
    var link = "https://lockbox.example/portal/provider/requests/contoso/req-1001";
    assertThat(TextPart.of(page)).containsOnlyOnce(link).containsOnlyOnce("://");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lettersOfSeveral")
  void severalRequestsHaveALinkEachAndWordsOfOthersComeLast(String name, Letter letter) {
    var wording = new Wording(Letters.PORTAL);
    var text = TextPart.of(wording.page(letter));
    var html = HtmlPart.of(wording.page(letter));
    for (var one : letter.each()) {
      var link = wording.page(one).entries().getFirst().link();
      assertThat(text).containsOnlyOnce("\n" + link + "\n");
      assertThat(html).containsOnlyOnce("href=\"" + link + "\"");
    }
    assertThat(text.split("://")).hasSize(letter.each().size() + 1);
    assertThat(html.split("://")).hasSize(letter.each().size() + 1);
    assertThat(text.indexOf("\n> ")).isGreaterThan(text.lastIndexOf("://"));
  }

  @Test
  void aYesTakenBackIsToldToTheCustomerWithTheirOwnLink() {
    var letter =
        Letters.about(awaitingTwo(), yesInside(0), lastYesInside(SAM), openedThen(SAM), noInside());
    assertThat(TextPart.of(new Wording(Letters.PORTAL).page(letter)))
        .contains("/portal/tenants/contoso/requests/req-1001");
  }

  @Test
  void aPseudonymStandsForTheEngineer() {
    var letter = Letters.about(awaitingTwo(), yesInside(0), lastYesInside(SAM), openedThen(SAM));
    assertThat(TextPart.of(new Wording(Letters.PORTAL).page(letter)))
        .contains("Engineer 7 asks for access", "in the words of Engineer 7")
        .doesNotContainPattern("\\beva\\b");
  }

  @Test
  void aPseudonymStandsForTheEngineerInWhatIsToldOfTheirSessions() {
    var opening =
        Scenario.given(awaitingTwo(), yesInside(0), lastYesInside(SAM), openedThen(SAM))
            .state()
            .opened();
    var ended =
        new SessionEnded(
            SessionSamples.EVA_AT_CONTOSO,
            MORNING,
            Optional.empty(),
            SessionSamples.SESSION,
            REQUEST,
            SessionEnd.OUT_OF_GRANT);
    for (var event : List.of(sample(UseSummarised.class), ended)) {
      assertThat(TextPart.of(new Wording(Letters.PORTAL).page(Letters.letter(event, opening))))
          .containsPattern("Engineer 7 (performed|did)")
          .doesNotContainPattern("\\beva\\b");
    }
  }

  @Test
  void whoHasAccessWithoutApprovalIsShownByThePseudonym() {
    var page =
        new Wording(Letters.PORTAL).page(Letters.about(ExclusionSamples.invokedUnderAPseudonym()));
    for (var letter : List.of(TextPart.of(page), HtmlPart.of(page), page.subject())) {
      assertThat(letter).doesNotContainPattern("\\beva\\b");
    }
    assertThat(TextPart.of(page)).contains("Engineer 7 of the provider has");
  }

  @Test
  void noLetterCallsAnAccessApprovedThatIsNot() {
    var told =
        Samples.events().stream()
            .map(sample -> sample.event())
            .filter(ExclusionEvent.class::isInstance)
            .map(event -> new Wording(Letters.PORTAL).page(Letters.about(event)))
            .toList();
    assertThat(told)
        .hasSize(5)
        .allSatisfy(
            page -> {
              assertThat(TextPart.of(page)).doesNotContainIgnoringCase("approv");
              assertThat(HtmlPart.of(page).replace("Access without approval", ""))
                  .doesNotContainIgnoringCase("approv");
              assertThat(page.subject().replace("Access without approval", ""))
                  .doesNotContainIgnoringCase("approv");
            });
  }

  private static void assertGolden(String file, String actual) throws IOException {
    var golden = GOLDEN.resolve(file);
    if (WRITE) {
      Files.writeString(golden, actual, StandardCharsets.UTF_8);
    }
    assertThat(actual).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }
}
