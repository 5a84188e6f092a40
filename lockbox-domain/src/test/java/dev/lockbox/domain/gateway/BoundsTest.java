package dev.lockbox.domain.gateway;

import static dev.lockbox.domain.Bounded.some;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockbox.domain.Bounded;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway tells is no longer, and no wilder, than it may be. */
class BoundsTest {
  static Stream<Bounded> bounded() {
    return Stream.of(
        new Bounded("a claim", 64, n -> new Claim("c".repeat(n))),
        new Bounded("a verb", 128, n -> new CommandLine("v".repeat(n), Map.of())),
        new Bounded("a parameter's name", 128, n -> typed(Set.of("p".repeat(n)))),
        new Bounded("parameters", CommandLine.PARAMETERS_MAX, n -> typed(some(n, i -> "p" + i))),
        new Bounded("posture", Device.POSTURE_MAX, BoundsTest::device),
        new Bounded("a source", 128, n -> connection("s".repeat(n), 1, Optional.empty())),
        new Bounded(
            "methods", Connection.METHODS_MAX, n -> connection("gateway", n, Optional.empty())));
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void asMuchAsIsSaidAndNoMore(Bounded bounded) {
    bounded.holds();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "at", "AUT", "A1"})
  void aCountryIsTwoCapitalLetters(String country) {
    assertThat(connection("gateway", 1, Optional.of("AT")).country()).contains("AT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> connection("gateway", 1, Optional.of(country)));
  }

  @Test
  void nobodyReadsLessThanNothing() {
    assertThat(read(0).bytesRead()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> read(-1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, Deed.TIMES_MAX + 1})
  void whatWasPreventedWasPreventedOnceAtTheLeast(int times) {
    assertThat(read(0).kept(Deed.TIMES_MAX).times()).isEqualTo(Deed.TIMES_MAX);
    assertThatIllegalArgumentException().isThrownBy(() -> read(0).kept(times));
  }

  @Test
  void whatHappenedIsToldEachTime() {
    var kept = read(0).kept(2);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Deed(
                    kept.witness(),
                    kept.action(),
                    kept.resource(),
                    false,
                    kept.command(),
                    kept.bytesRead(),
                    kept.entry(),
                    kept.arguments(),
                    kept.times()));
  }

  @Test
  void whatIsTooMuchToCountIsNotCountedAnyMore() {
    var most = Usage.NONE.performed(read(Long.MAX_VALUE - 1), Set.of(), Optional.empty());
    assertThat(most.performed(read(1), Set.of(), Optional.empty()).bytesRead())
        .isEqualTo(Long.MAX_VALUE);
    assertThat(most.performed(read(2), Set.of(), Optional.empty()).bytesRead())
        .isEqualTo(Long.MAX_VALUE);
    assertThat(most.performed(read(0), Set.of(), Optional.empty()).bytesRead())
        .isEqualTo(Long.MAX_VALUE - 1);
  }

  private static CommandLine typed(Set<String> names) {
    return new CommandLine(
        "get",
        names.stream().collect(toMap(identity(), any -> new PersonalText(Cast.EVA, "value"))));
  }

  private static Set<Claim> claims(int count) {
    return some(count, i -> new Claim("c" + i));
  }

  private static Device device(int posture) {
    return new Device(new DeviceId("saw-1"), Optional.empty(), Optional.empty(), claims(posture));
  }

  private static Connection connection(String source, int methods, Optional<String> country) {
    return new Connection(
        Channel.API,
        source,
        Optional.empty(),
        claims(methods),
        Optional.empty(),
        Optional.empty(),
        country,
        Keeps.NOTHING);
  }

  private static Deed read(long bytes) {
    return new Deed(
        Witness.GATEWAY,
        new ActionName("k8s.pod.logs"),
        new ResourceName("/clusters/aro1"),
        false,
        Optional.empty(),
        bytes,
        Optional.empty(),
        Map.of());
  }
}
