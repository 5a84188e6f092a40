package dev.lockbox.domain.rules;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.resource.Risk;
import dev.lockbox.domain.rules.AutoRule.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that contradict each other: one that approves, and what leaves it nothing to approve. */
class ContradictionTest {
  private static final Code YES = new Code("yes");
  private static final Code NO = new Code("no");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Schedule WEEKEND = from(LocalTime.of(8, 0));
  private static final Schedule LATER = from(LocalTime.of(9, 0));
  private static final Match SHOP = about("app.logs.*", "/apps/shop");

  private static Schedule from(LocalTime time) {
    return new Schedule(ZoneId.of("UTC"), Set.of(SATURDAY, SUNDAY), time, LocalTime.of(20, 0));
  }

  private static Match about(String action, String resource) {
    return about(List.of(action), List.of(resource));
  }

  private static Match about(List<String> actions, List<String> resources) {
    return new Match(
        actions.stream().map(Glob::new).toList(),
        resources.stream().map(NamePattern::of).toList(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Match shopFor(String... reasons) {
    return new Match(
        SHOP.actions(),
        SHOP.resources(),
        Set.copyOf(Stream.of(reasons).map(Code::new).toList()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Match shopWithin(Schedule hours) {
    return new Match(
        SHOP.actions(),
        SHOP.resources(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(hours));
  }

  private static Match shopAt(Optional<Risk> risk, Optional<Duration> accessFor) {
    return new Match(SHOP.actions(), SHOP.resources(), Set.of(), risk, accessFor, Optional.empty());
  }

  private static AccessRules rules(List<Denial> denied, AutoRule... automatic) {
    return new AccessRules(
        denied, HighRisk.AS_OTHERS, List.of(), List.of(automatic), Optional.empty());
  }

  private static boolean contradict(Match approved, Match denied) {
    var yes = new AutoRule(YES, Effect.APPROVE, approved);
    var no = new AutoRule(NO, Effect.DENY, denied);
    var found = rules(List.of(), yes, no).contradiction();
    assertThat(rules(List.of(), no, yes).contradiction()).isEqualTo(found);
    return found.isPresent();
  }

  @Test
  void twoRulesAboutTheSameRequestsThatDecideDifferentlyContradict() {
    assertThat(contradict(SHOP, SHOP)).isTrue();
    assertThat(contradict(shopFor("OUTAGE"), shopFor("OUTAGE"))).isTrue();
    assertThat(contradict(shopWithin(WEEKEND), shopWithin(WEEKEND))).isTrue();
  }

  @Test
  void whatDeniesEverythingLeavesNothingToApprove() {
    assertThat(contradict(SHOP, Match.ANYTHING)).isTrue();
    assertThat(contradict(shopFor("OUTAGE"), Match.ANYTHING)).isTrue();
    assertThat(contradict(shopWithin(WEEKEND), Match.ANYTHING)).isTrue();
    assertThat(contradict(shopAt(Optional.of(Risk.HIGH), Optional.of(HOUR)), Match.ANYTHING))
        .isTrue();
  }

  @Test
  void bothRulesAreNamed() {
    var yes = new AutoRule(YES, Effect.APPROVE, SHOP);
    var no = new AutoRule(NO, Effect.DENY, SHOP);
    assertThat(rules(List.of(), yes, no).contradiction().orElseThrow())
        .hasToString("rule yes approves nothing, since rule no covers all of it");
    var apps = Denial.of(List.of("app.*"), "/apps");
    assertThat(rules(List.of(apps), yes).contradiction().orElseThrow())
        .hasToString(
            "rule yes approves nothing, since the denial of app.* at /apps covers all of it");
  }

  @Test
  void onlyARuleThatApprovesAndOneThatDeniesContradict() {
    var one = new AutoRule(YES, Effect.APPROVE, SHOP);
    var other = new AutoRule(NO, Effect.APPROVE, SHOP);
    assertThat(rules(List.of(), one, other).contradiction()).isEmpty();
    var never = new AutoRule(YES, Effect.DENY, SHOP);
    var too = new AutoRule(NO, Effect.DENY, SHOP);
    assertThat(rules(List.of(Denial.of(List.of("*"), "/*")), never, too).contradiction()).isEmpty();
    assertThat(AccessRules.NONE.contradiction()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "app.logs.*, /apps/shop, APP.Logs.*, /Apps/Shop",
    "app.logs.read, /apps/shop, app.*, /apps/*",
    "app.*.read, /apps/s*p, *.read, /apps/s*",
    "app.logs.*, /apps/shop, *, /apps",
    "app.logs.*, /apps/*/source, app.*, /apps/*",
    "app.logs.*, /apps, app.*, /apps/*",
    "app.logs.*, /apps, app.*, /apps/**/*"
  })
  void aPatternIsCoveredByOneThatIsWider(String action, String resource, String wide, String all) {
    assertThat(contradict(about(action, resource), about(wide, all))).isTrue();
    var denial = Denial.of(List.of(wide), all);
    var yes = new AutoRule(YES, Effect.APPROVE, about(action, resource));
    assertThat(rules(List.of(denial), yes).contradiction()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "app.*, /apps/shop, app.logs.*, /apps/shop",
    "app.logs.*, /apps/*, app.logs.*, /apps/shop",
    "app.logs.*, /apps/shop, app.logs.*, /apps/shop/source",
    "app.logs.*, /apps, app.logs.*, /apps/*p",
    "app.logs.*, /apps/shop, app.logs.*, /vms",
    "*, /apps/shop, a*, /apps/shop",
    "app.logs.*, /apps/s*, app.logs.*, /apps/*p"
  })
  void anythingElseIsNot(String action, String resource, String narrow, String part) {
    assertThat(contradict(about(action, resource), about(narrow, part))).isFalse();
    var denial = Denial.of(List.of(narrow), part);
    var yes = new AutoRule(YES, Effect.APPROVE, about(action, resource));
    assertThat(rules(List.of(denial), yes).contradiction()).isEmpty();
  }

  @Test
  void everyPatternOfTheOneMustBeCoveredByAnyOfTheOther() {
    var two = about(List.of("app.logs.*", "vm.logs.*"), List.of("/apps", "/vms"));
    var more = about(List.of("vm.*", "app.*", "k8s.*"), List.of("/clusters", "/vms", "/apps"));
    assertThat(contradict(two, more)).isTrue();
    assertThat(contradict(two, about(List.of("app.*"), List.of("/vms", "/apps")))).isFalse();
    assertThat(contradict(two, about(List.of("vm.*", "app.*"), List.of("/apps")))).isFalse();
    assertThat(contradict(two, about(List.of(), List.of("/vms", "/apps")))).isTrue();
    assertThat(contradict(two, about(List.of("vm.*", "app.*"), List.of()))).isTrue();
    var yes = new AutoRule(YES, Effect.APPROVE, two);
    var apps = Denial.of(List.of("vm.*", "app.*"), "/apps");
    var logs = Denial.of(List.of("app.*"), "/*");
    assertThat(rules(List.of(apps, logs), yes).contradiction()).isEmpty();
    assertThat(rules(List.of(apps, Denial.of(List.of("*"), "/*")), yes).contradiction())
        .isPresent();
  }

  @Test
  void aReasonMustBeAmongThoseThatAreDenied() {
    assertThat(contradict(shopFor("OUTAGE"), shopFor("OUTAGE", "UPGRADE"))).isTrue();
    assertThat(contradict(shopFor("OUTAGE"), SHOP)).isTrue();
    assertThat(contradict(shopFor("OUTAGE", "UPGRADE"), shopFor("OUTAGE"))).isFalse();
    assertThat(contradict(SHOP, shopFor("OUTAGE"))).isFalse();
  }

  @Test
  void whatDeniesWithinHoursLeavesTheOthers() {
    assertThat(contradict(SHOP, shopWithin(WEEKEND))).isFalse();
    assertThat(contradict(shopWithin(WEEKEND), shopWithin(LATER))).isFalse();
    assertThat(contradict(shopWithin(WEEKEND), SHOP)).isTrue();
  }

  @Test
  void whatDeniesHighRiskOrLongAccessLeavesTheRestAlsoInTheSameWords() {
    var high = shopAt(Optional.of(Risk.HIGH), Optional.empty());
    var hour = shopAt(Optional.empty(), Optional.of(HOUR));
    assertThat(contradict(high, high)).isFalse();
    assertThat(contradict(hour, hour)).isFalse();
    assertThat(contradict(SHOP, high)).isFalse();
    assertThat(contradict(SHOP, hour)).isFalse();
    assertThat(contradict(high, shopAt(Optional.of(Risk.LOW), Optional.empty()))).isTrue();
  }

  @Test
  void amongMorePatternsThanAnybodyWritesNoneIsLookedFor() {
    var many = about(Collections.nCopies(32, "app.*"), Collections.nCopies(32, "/apps/*"));
    var all = new ArrayList<AutoRule>();
    for (var i = 0; i < 32; i++) {
      all.add(new AutoRule(new Code("yes-" + i), Effect.APPROVE, many));
    }
    assertThat(32 * 64 * 32).isEqualTo(Contradiction.PAIRS_MAX);
    all.add(new AutoRule(NO, Effect.DENY, about(Collections.nCopies(31, "app.*"), List.of("/*"))));
    var denial = Denial.of(List.of("vm.*"), "/vms");
    assertThat(rules(List.of(), all.toArray(AutoRule[]::new)).contradiction()).isPresent();
    assertThat(rules(List.of(denial), all.toArray(AutoRule[]::new)).contradiction()).isEmpty();
  }

  /** Of many rules and requests, drawn from few words so that they meet. */
  @Test
  void whatContradictsNeverApprovesAnything() {
    var random = new Random(20);
    var contradictions = 0;
    var denials = 0;
    for (var i = 0; i < 20_000; i++) {
      var yes = new AutoRule(YES, Effect.APPROVE, drawn(random, 1));
      var no = new AutoRule(NO, Effect.DENY, drawn(random, 0));
      var all = rules(List.of(), yes, no);
      var denied = new Denial(yes.when().actions(), drawn(random, 1).resources().getFirst().path());
      var never = rules(List.of(denied), yes);
      var sought = sought(random);
      if (all.contradiction().isPresent()) {
        contradictions++;
        assertThat(all.approving(sought)).as("%s of %s", all, sought).isEmpty();
      }
      if (never.contradiction().isPresent() && never.approving(sought).isPresent()) {
        denials++;
        assertThat(never.firstDenial(sought.actions(), sought.resources()))
            .as("%s of %s", never, sought)
            .isPresent();
      }
    }
    assertThat(contradictions).isGreaterThan(500);
    assertThat(denials).isGreaterThan(50);
  }

  private static Match drawn(Random random, int least) {
    return new Match(
        some(random, least, "*", "a*", "A*b", "a", "*b").map(Glob::new).toList(),
        some(random, least, "/*", "/a", "/a*", "/A/*", "/a/b", "/*/*b")
            .map(NamePattern::of)
            .toList(),
        Set.copyOf(some(random, 0, "X", "Y").map(Code::new).toList()),
        maybe(random, Risk.values()),
        maybe(random, HOUR, HOUR.multipliedBy(2)),
        maybe(random, WEEKEND, LATER));
  }

  private static Sought sought(Random random) {
    return new Sought(
        some(random, 1, "a", "ab", "aab", "b").map(ActionName::new).toList(),
        some(random, 1, "/a", "/ab", "/a/b", "/a/ab/c", "/b/b").map(ResourceName::new).toList(),
        HOUR.multipliedBy(random.nextInt(1, 4)),
        Risk.values()[random.nextInt(2)],
        maybe(random, new Code("X"), new Code("Y")),
        Instant.parse("2026-03-07T08:30:00Z").plus(HOUR.multipliedBy(random.nextInt(16))));
  }

  private static Stream<String> some(Random random, int least, String... of) {
    return random
        .ints(random.nextInt(least, 3), 0, of.length)
        .distinct()
        .mapToObj(index -> of[index]);
  }

  @SafeVarargs
  private static <T> Optional<T> maybe(Random random, T... of) {
    return random.nextInt(3) > 0 ? Optional.empty() : Optional.of(of[random.nextInt(of.length)]);
  }
}
