package dev.lockbox.domain;

import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.SCOPE_TOO_WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Width;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a customer's one request may ask for. */
class WidthTest {
  private static final Settings ONE_POD =
      Policies.settingsHaving(new Width(patterns("/clusters/*/ns/*/pods/*"), Optional.empty()));

  private static List<NamePattern> patterns(String... given) {
    return Stream.of(given).map(NamePattern::of).toList();
  }

  private static boolean allow(Width width, String... resources) {
    return width.allows(Stream.of(resources).map(ResourceName::new).toList());
  }

  @Test
  void aRequestForMoreThanTheCustomerLetsIsRefused() {
    given().settingsNow(ONE_POD).when(open()).refused(SCOPE_TOO_WIDE);
    given().settingsNow(ONE_POD.with(Enrolment.OFF)).when(open()).refused(SCOPE_TOO_WIDE);
  }

  @Test
  void aRequestForOneOfThoseOrForLessIsAsked() {
    given()
        .settingsNow(
            Policies.settingsHaving(
                new Width(patterns("/clusters/*/ns/*", "/vaults/*"), Optional.of(1))))
        .when(open())
        .accepted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/clusters",
        "/clusters/one",
        "/CLUSTERS/one/NS",
        "clusters/one",
        "/clusters//x/y"
      })
  void whatHoldsMoreIsTooWideInAnySpelling(String resource) {
    var width = new Width(patterns("/clusters/*/ns/*"), Optional.empty());
    assertThat(allow(width, "/vaults/one", resource)).isFalse();
  }

  @Test
  void whatIsMeantAndWhatIsBelowItAndWhatIsElsewhereIsNot() {
    var width = new Width(patterns("/clusters/*/ns/*"), Optional.empty());
    assertThat(allow(width, "/clusters/one/ns/etcd", "/clusters/one/ns/etcd/pods/a", "/vaults"))
        .isTrue();
    assertThat(allow(width, "/clusters/one/vms")).isTrue();
  }

  @Test
  void soManyResourcesAndNotOneMore() {
    var width = new Width(List.of(), Optional.of(2));
    assertThat(allow(width, "/a", "/b")).isTrue();
    assertThat(allow(width, "/a", "/b", "/c")).isFalse();
    assertThat(allow(Width.ANY, "/a", "/b", "/c")).isTrue();
  }

  @Test
  void boundsHold() {
    var one = NamePattern.of("/a");
    new Width(Collections.nCopies(Width.PATTERNS_MAX, one), Optional.of(1));
    new Width(List.of(), Optional.of(Width.RESOURCES_MAX));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Width(Collections.nCopies(Width.PATTERNS_MAX + 1, one), Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Width(List.of(), Optional.of(0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Width(List.of(), Optional.of(Width.RESOURCES_MAX + 1)));
  }
}
