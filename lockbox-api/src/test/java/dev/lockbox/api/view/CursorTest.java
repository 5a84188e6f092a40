package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.Keys.Place;
import dev.lockbox.domain.identity.RequestId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final Place PLACE = Place.of(NOON, REQUEST);
  private static final Optional<WireState> ACTIVE = Optional.of(WireState.ACTIVE);

  @Test
  void namesThePlaceItWasMadeOf() {
    var cursor = Cursor.of(CONTOSO, ACTIVE, PLACE);
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(Cursor.place(CONTOSO, ACTIVE, cursor)).isEqualTo(PLACE);
    assertThat(Cursor.sequence(REQUEST, Cursor.of(REQUEST, 77))).isEqualTo(77);
  }

  @Test
  void isBoundToItsCustomerItsStateAndItsKind() {
    var cursor = Cursor.of(CONTOSO, ACTIVE, PLACE);
    refused(() -> Cursor.place(FABRIKAM, ACTIVE, cursor));
    refused(() -> Cursor.place(CONTOSO, Optional.empty(), cursor));
    refused(() -> Cursor.sequence(REQUEST, cursor));
    var timeline = Cursor.of(REQUEST, 1);
    refused(() -> Cursor.sequence(new RequestId(FABRIKAM, REQUEST.value()), timeline));
    refused(() -> Cursor.place(CONTOSO, ACTIVE, timeline));
  }

  @Test
  void aChangedByteAnywhereIsNoticed() {
    var cursor = Cursor.of(CONTOSO, ACTIVE, PLACE);
    for (var at = 0; at < cursor.length() - 1; at++) {
      var other = cursor.charAt(at) == 'A' ? 'B' : 'A';
      var changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
      refused(() -> Cursor.place(CONTOSO, ACTIVE, changed));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "AQ", "AQAAAAA", "not base64!", "../..", "%00"})
  void whatIsNoCursorIsRefused(String text) {
    refused(() -> Cursor.place(CONTOSO, ACTIVE, text));
    refused(() -> Cursor.sequence(REQUEST, text));
  }

  @Test
  void aLongOneIsRefusedUnread() {
    refused(() -> Cursor.place(CONTOSO, ACTIVE, "A".repeat(1_000_000)));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problem().code()).isEqualTo(Code.INVALID_REQUEST));
  }
}
