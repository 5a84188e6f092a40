package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Commands.approve;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.lockbox.api.History;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.rules.Usual;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was shown before is shown again only while it is still true. */
class KnownTest {
  private static final Instant LATER = MORNING.plus(Duration.ofHours(1));
  private static final Usual ONCE = new Usual(new TreeMap<>(Map.of(30, 1L)), 0);
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  private final History history = new History();
  private final ViewRig rig = new ViewRig();
  private final View view = rig.view(() -> LATER);

  @BeforeEach
  void aRequestWaits() {
    rig.pipe(history.register(CONTOSO, Samples.MEMBERSHIP));
    rig.pipe(history.open(REQUEST, MORNING));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void whatIsStillSoIsNotMadeAnew() {
    var known = known();
    assertThat(show(known, Usual.NOTHING, LATER))
        .isSameAs(show(known, Usual.NOTHING, LATER.plusSeconds(1)));
  }

  @Test
  void timeEndsWhatWasShown() {
    var known = known();
    var deadline = MORNING.plus(Duration.ofDays(4));
    assertThat(stateAt(known, deadline.minusMillis(1))).isEqualTo(WireState.CUSTOMER_NOTIFIED);
    assertThat(stateAt(known, deadline)).isEqualTo(WireState.EXPIRED);
    assertThat(stateAt(known, deadline.minusMillis(1))).isEqualTo(WireState.CUSTOMER_NOTIFIED);
  }

  @Test
  void aFreezeIsSeenAtOnceAndSoIsItsEnd() {
    rig.pipe(history.decide(approve().by(ANNA).build(1), LATER));
    var known = known();
    for (var frozen : List.of(false, true, false)) {
      var shown = known.show(frozen, none -> Usual.NOTHING, LATER).json();
      assertThat(shown.state()).isEqualTo(frozen ? WireState.FROZEN : WireState.ACTIVE);
    }
  }

  @Test
  void whatIsUsualNowIsSaid() {
    var known = known();
    for (var usual : List.of(Usual.NOTHING, ONCE, Usual.NOTHING)) {
      assertThat(Optional.ofNullable(show(known, usual, LATER).json().advice()))
          .map(AdviceJson::granted)
          .hasValue(usual.count());
    }
  }

  @Test
  void nobodyIsAskedWhatIsUsualOfWhatIsDecided() {
    rig.pipe(history.decide(approve().by(ANNA).build(1), LATER));
    var shown = known().show(false, none -> ONCE, LATER).json();
    assertThat(shown.advice()).isNull();
  }

  @Test
  void isWrittenAsWhatItShowsHoweverOften() throws JsonProcessingException {
    var shown = show(known(), ONCE, LATER);
    var text = JSON.writeValueAsString(shown.json());
    assertThat(JSON.writeValueAsString(shown)).isEqualTo(text);
    assertThat(JSON.writeValueAsString(List.of(shown, shown)))
        .isEqualTo("[%s,%s]".formatted(text, text));
  }

  private Known known() {
    return new Known(REQUEST, view.find(REQUEST).orElseThrow());
  }

  private static Shown show(Known known, Usual usual, Instant now) {
    return known.show(false, waits -> usual, now);
  }

  private static WireState stateAt(Known known, Instant now) {
    return show(known, Usual.NOTHING, now).json().state();
  }
}
