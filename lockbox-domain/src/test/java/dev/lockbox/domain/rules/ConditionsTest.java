package dev.lockbox.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Conditions are added and never taken away (F75, F76, F78). */
class ConditionsTest {
  private static final Code RDP = new Code("RDP_GATEWAY");
  private static final Code SHELL = new Code("REMOTE_SHELL");
  private static final Country AT = new Country("AT");
  private static final Country DE = new Country("DE");

  private static Conditions excluding(String... classes) {
    return new Conditions(
        Set.of(),
        Set.of(classes).stream().map(Code::new).collect(Collectors.toSet()),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Conditions through(Code... channels) {
    return new Conditions(
        Set.of(), Set.of(), Optional.of(Set.of(channels)), Optional.empty(), false);
  }

  private static Conditions from(Country... countries) {
    return new Conditions(
        Set.of(), Set.of(), Optional.empty(), Optional.of(Set.of(countries)), false);
  }

  private static Conditions obliging(Obligation... obligations) {
    return new Conditions(Set.of(obligations), Set.of(), Optional.empty(), Optional.empty(), false);
  }

  private static final Conditions ONCE =
      new Conditions(Set.of(), Set.of(), Optional.empty(), Optional.empty(), true);

  @Test
  void whatEitherDemandsBothDemand() {
    var all =
        obliging(Obligation.REDACT)
            .and(Conditions.RECORDED)
            .and(excluding("PHI"))
            .and(excluding("PCI"))
            .and(ONCE);
    assertThat(all.obligations()).containsExactlyInAnyOrder(Obligation.values());
    assertThat(all.excluded()).containsExactlyInAnyOrder(new Code("PHI"), new Code("PCI"));
    assertThat(all.channels()).isEmpty();
    assertThat(all.isSingleUse()).isTrue();
    assertThat(all.and(Conditions.NONE)).isEqualTo(all);
    assertThat(Conditions.NONE.and(all)).isEqualTo(all);
  }

  @Test
  void onlyWaysInThatEverybodyAllowsAreLeft() {
    assertThat(through(RDP, SHELL).and(through(SHELL))).isEqualTo(through(SHELL));
    assertThat(from(AT, DE).and(from(DE))).isEqualTo(from(DE));
    assertThat(through(RDP).and(from(AT)).channels()).contains(Set.of(RDP));
    assertThat(through(RDP).and(from(AT)).countries()).contains(Set.of(AT));
    assertThat(from(AT).leaveNoWayIn()).isFalse();
    assertThat(through(RDP).leaveNoWayIn()).isFalse();
    assertThat(through(RDP).and(through(SHELL)).leaveNoWayIn()).isTrue();
    assertThat(from(AT).and(from(DE)).leaveNoWayIn()).isTrue();
  }

  @Test
  void whoeverKeepsMoreKeepsLess() {
    for (var some :
        Set.of(
            obliging(Obligation.RECORD),
            excluding("PHI"),
            through(RDP),
            from(AT),
            ONCE,
            Conditions.NONE)) {
      var more = some.and(obliging(Obligation.REDACT)).and(excluding("PCI"));
      assertThat(more.include(some)).isTrue();
      assertThat(some.include(more)).isFalse();
      assertThat(some.include(some)).isTrue();
      assertThat(some.include(Conditions.NONE)).isTrue();
      assertThat(Conditions.NONE.include(some)).isEqualTo(some.equals(Conditions.NONE));
    }
    assertThat(through(RDP).include(through(RDP, SHELL))).isTrue();
    assertThat(through(RDP, SHELL).include(through(RDP))).isFalse();
    assertThat(from(AT).include(from(AT, DE))).isTrue();
    assertThat(from(AT, DE).include(from(AT))).isFalse();
  }

  @Test
  void thereIsAnEndToThem() {
    var many =
        IntStream.rangeClosed(0, Conditions.CODES_MAX)
            .mapToObj(n -> new Code("C" + n))
            .collect(Collectors.toSet());
    assertThatThrownBy(
            () -> new Conditions(Set.of(), many, Optional.empty(), Optional.empty(), false))
        .hasMessageContaining("classes of data must be from 0 to 64, was 65");
    assertThatThrownBy(
            () -> new Conditions(Set.of(), Set.of(), Optional.of(many), Optional.empty(), false))
        .hasMessageContaining("channels");
  }

  @Test
  void nobodyDemandsWhatNobodyCanKeep() {
    var id = new Code("nowhere");
    var nowhere =
        new Conditions(Set.of(), Set.of(), Optional.empty(), Optional.of(Set.of()), false);
    assertThatThrownBy(() -> new ConditionRule(id, Match.ANYTHING, nowhere))
        .hasMessageContaining("countries");
    assertThatThrownBy(
            () -> new Narrowing(Optional.empty(), Optional.empty(), Optional.empty(), nowhere))
        .hasMessageContaining("countries");
    assertThatThrownBy(() -> new ConditionRule(id, Match.ANYTHING, Conditions.NONE))
        .hasMessageContaining("must demand something");
  }
}
