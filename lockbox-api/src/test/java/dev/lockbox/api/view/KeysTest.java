package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.view.Keys.Place;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final Optional<WireState> ACTIVE = Optional.of(WireState.ACTIVE);

  @Test
  void theYoungerComesFirst() {
    var younger = Keys.index(CONTOSO, ACTIVE, Place.of(NOON, REQUEST));
    var older = Keys.index(CONTOSO, ACTIVE, Place.of(NOON.minusMillis(1), REQUEST));
    assertThat(younger).isLessThan(older);
  }

  @Test
  void aListHoldsItsOwnStateAndCustomerOnly() {
    var list = Keys.indexAfter(CONTOSO, ACTIVE, Optional.empty());
    assertThat(holds(list, Keys.index(CONTOSO, ACTIVE, Place.of(NOON, REQUEST)))).isTrue();
    assertThat(holds(list, Keys.index(CONTOSO, Optional.empty(), Place.of(NOON, REQUEST))))
        .isFalse();
    for (var other : new String[] {"contos", "contoso-1", "contosp", "conto"}) {
      var theirs = new TenantId(other);
      assertThat(holds(list, Keys.index(theirs, ACTIVE, Place.of(NOON, REQUEST)))).isFalse();
    }
  }

  @Test
  void theNextPageStartsBehindThePlaceItWasMadeOf() {
    var place = Place.of(NOON, REQUEST);
    var rest = Keys.indexAfter(CONTOSO, ACTIVE, Optional.of(place));
    assertThat(holds(rest, Keys.index(CONTOSO, ACTIVE, place))).isFalse();
    var longer = Place.of(NOON, new RequestId(CONTOSO, REQUEST.value() + "1"));
    assertThat(holds(rest, Keys.index(CONTOSO, ACTIVE, longer))).isTrue();
  }

  @Test
  void aPlaceIsReadBackFromItsKey() {
    var place = Place.of(NOON, REQUEST);
    assertThat(Keys.placeIn(CONTOSO, Keys.index(CONTOSO, ACTIVE, place))).isEqualTo(place);
  }

  @Test
  void aTimelineHoldsItsOwnRequestInTheOrderOfSequences() {
    var rest = Keys.timelineAfter(REQUEST, 255);
    assertThat(holds(rest, Keys.timeline(REQUEST, 255))).isFalse();
    assertThat(holds(rest, Keys.timeline(REQUEST, 256))).isTrue();
    assertThat(holds(rest, Keys.timeline(REQUEST, Long.MAX_VALUE))).isTrue();
    var longer = new RequestId(CONTOSO, REQUEST.value() + "0");
    assertThat(holds(rest, Keys.timeline(longer, 300))).isFalse();
  }

  private static boolean holds(Keys.Range range, Bytes key) {
    return range.from().compareTo(key) <= 0 && key.compareTo(range.to()) <= 0;
  }
}
