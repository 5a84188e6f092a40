package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ACCESS_NOT_POSITIVE;
import static dev.lockbox.domain.decision.Refusal.ACCESS_TOO_LONG;
import static dev.lockbox.domain.decision.Refusal.STARTS_TOO_LATE;
import static dev.lockbox.domain.decision.Refusal.WIDER_THAN_ASKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.rules.CoolDown;
import dev.lockbox.domain.rules.DialogueRules;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.rules.ReadingRules;
import dev.lockbox.domain.rules.ReviewRules;
import dev.lockbox.domain.rules.Separation;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.TargetRule;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T9: durations and instants that nobody can mean, wherever one enters. */
class AbsurdTimesTest {
  private static final Instant YEAR_292277026 = Instant.parse("+292277026-01-01T00:00:00Z");
  private static final Set<String> MAY_BE_NOTHING =
      Set.of(
          "Separation.editorsWait",
          "DialogueRules.pauseMax",
          "SignatureRules.keysWait",
          "ReviewRules.dwell");

  /** What a customer or the provider sets, each part by itself. */
  private static final Map<String, Function<Duration, ?>> SET = new TreeMap<>();

  static {
    SET.put("AccessLimits.pendingWindow", one -> new AccessLimits(one, Duration.ofHours(8)));
    SET.put("AccessLimits.accessFor", one -> new AccessLimits(Duration.ofDays(4), one));
    SET.put("AccessCap.accessMax", AccessCap::of);
    SET.put("ClosingRules.within", one -> new ClosingRules(Set.of(), one));
    SET.put("CoolDown.within", one -> new CoolDown(1, one, Duration.ofDays(1)));
    SET.put("CoolDown.lasts", one -> new CoolDown(1, Duration.ofDays(1), one));
    SET.put("DialogueRules.pauseMax", DialogueRules::new);
    SET.put("HighRisk.accessFor", one -> new HighRisk(Optional.of(one), false));
    SET.put("Match.accessFor", AbsurdTimesTest::matching);
    SET.put("ReadingRules.remindAfter", ReadingRules::of);
    SET.put("ReviewRules.dwell", ReviewRules::of);
    SET.put("Separation.editorsWait", Separation::new);
    SET.put(
        "SignatureRules.keysWait", one -> new SignatureRules(SignatureRules.Mode.REQUIRED, one));
    SET.put("SessionLimits.idleAfter", one -> new SessionLimits(one, Duration.ofHours(1)));
    SET.put("SessionLimits.longest", one -> new SessionLimits(Duration.ofMinutes(1), one));
    SET.put("TargetRule.idleAfter", one -> new TargetRule("/vms", Optional.of(one), 1, Set.of()));
    SET.put("Role.accessFor", one -> role(one, Duration.ofDays(1)));
    SET.put("Role.heldFor", one -> role(Duration.ofHours(1), one));
    SET.put("EvaluationRules.internalWindow", AbsurdTimesTest::looking);
  }

  /** Of a request, not of rules: bounded where it is decided, see below. */
  private static final Set<String> DECIDED =
      Set.of("Narrowing.accessFor", "Terms.accessFor", "Sought.accessFor", "HeldRole.accessFor");

  @Test
  void nothingThatIsSetIsLeftOut() {
    var found = new TreeSet<String>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                "dev.lockbox.domain.rules",
                "dev.lockbox.domain.evaluation",
                "dev.lockbox.domain.staff")
            .stream()
            .map(JavaClass::reflect)
            .filter(Class::isRecord)
            .forEach(type -> durationsOf(type).forEach(found::add));
    found.removeAll(DECIDED);
    assertThat(found).isEqualTo(SET.keySet());
  }

  static Set<String> settings() {
    return SET.keySet();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void whatIsSetIsWithinItsBounds(String name) {
    var setting = SET.get(name);
    for (var absurd :
        List.of(
            Duration.ofMillis(-1),
            Duration.ofMillis(Long.MIN_VALUE),
            Duration.ofMillis(Long.MAX_VALUE),
            Duration.ofSeconds(Long.MAX_VALUE),
            Duration.ofSeconds(Long.MIN_VALUE),
            Duration.ofHours(1).plusNanos(1))) {
      assertThatIllegalArgumentException()
          .as("%s", absurd)
          .isThrownBy(() -> setting.apply(absurd))
          .withMessageContaining(", was ");
    }
    if (MAY_BE_NOTHING.contains(name)) {
      assertThatCode(() -> setting.apply(Duration.ZERO)).doesNotThrowAnyException();
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> setting.apply(Duration.ZERO));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void accessForNoTimeIsRefused(long millis) {
    given().when(open().accessFor(Duration.ofMillis(millis))).refused(ACCESS_NOT_POSITIVE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lessThan(Duration.ofMillis(millis)))
        .withMessageStartingWith("accessFor must be positive, was ");
  }

  @ParameterizedTest
  @ValueSource(longs = {8 * 3_600_000 + 1, 365 * 86_400_000L, Long.MAX_VALUE})
  void accessForLongerThanEightHoursIsRefused(long millis) {
    var tooLong = Duration.ofMillis(millis);
    given().when(open().accessFor(tooLong)).refused(ACCESS_TOO_LONG);
    given(opened()).when(approve().onlyFor(tooLong)).refused(WIDER_THAN_ASKED);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE})
  void whatNoRecordCanHoldIsNotAskedFor(long seconds) {
    var beyond = Duration.ofSeconds(seconds);
    assertThatIllegalArgumentException().isThrownBy(() -> lessThan(beyond));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RolesCommand.RequestMembership(
                    Cast.CONTOSO,
                    approve().build(1).attempt().orElseThrow(),
                    ANNA,
                    RolesSamples.LEADS,
                    Optional.of(beyond),
                    new PersonalText(ANNA, "why")));
  }

  static List<Instant> farAhead() {
    return List.of(
        YEAR_292277026,
        Instant.ofEpochMilli(Long.MAX_VALUE),
        MORNING.plus(Start.AHEAD_MAX).plusMillis(1));
  }

  @ParameterizedTest
  @MethodSource("farAhead")
  void aStartThatNobodyLivesToSeeIsRefused(Instant start) {
    given().when(startingAt(start), MORNING).refused(STARTS_TOO_LATE);
  }

  @Test
  void aStartThatNoRecordCanHoldIsNotAskedFor() {
    assertThatIllegalArgumentException().isThrownBy(() -> startingAt(Instant.MAX).build(0));
    assertThatIllegalArgumentException().isThrownBy(() -> startingAt(Instant.MIN).build(0));
  }

  /** Before it nobody needs access, which is true of any time that is past. */
  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void aStartThatIsPastIsNow(long millis) {
    given(opened().through(startingAt(Instant.ofEpochMilli(millis))))
        .when(approve(), NOON)
        .happened(approved().at(NOON).accessUntil(NOON.plus(Duration.ofHours(8))));
  }

  @Test
  void nobodyIsEligibleForEver() {
    describing(Instant.parse("9999-12-31T23:59:59.999Z"));
    for (var end :
        List.of(
            Instant.parse("+10000-01-01T00:00:00Z"),
            YEAR_292277026,
            Instant.ofEpochMilli(Long.MAX_VALUE),
            Instant.MAX)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> describing(end))
          .withMessageStartingWith("eligibleUntil must be ");
    }
  }

  private static Commands.Open startingAt(Instant start) {
    return open().saying(Said.nothing().startAt(start).details());
  }

  private static DescribeEngineer describing(Instant end) {
    return new DescribeEngineer(
        Cast.CONTOSO,
        approve().build(1).attempt().orElseThrow(),
        EVA,
        new Description(Optional.of(end), Set.of(), Optional.empty()));
  }

  private static Narrowing lessThan(Duration accessFor) {
    return new Narrowing(Optional.empty(), Optional.empty(), Optional.of(accessFor));
  }

  private static Match matching(Duration accessFor) {
    return new Match(
        List.of(), List.of(), Set.of(), Optional.empty(), Optional.of(accessFor), Optional.empty());
  }

  private static Role role(Duration accessFor, Duration heldFor) {
    return new Role(
        Set.of(),
        Set.of(),
        PermissionLevel.values()[0],
        accessFor,
        heldFor,
        Set.of(),
        Optional.empty());
  }

  private static EvaluationRules looking(Duration window) {
    return new EvaluationRules(Set.of(), Criteria.DEFAULTS, List.of(), window);
  }

  private static Stream<String> durationsOf(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(AbsurdTimesTest::isDuration)
        .map(one -> type.getSimpleName() + "." + one.getName());
  }

  private static boolean isDuration(RecordComponent one) {
    return one.getGenericType().getTypeName().contains(Duration.class.getName());
  }
}
