package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.History;
import dev.lockbox.api.security.Reach;
import dev.lockbox.api.security.Readers;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HappeningsTest {
  private static final WantedHappenings ALL =
      new WantedHappenings(
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final History history = new History();
  private final ViewRig rig = new ViewRig();
  private final View view = rig.view(() -> MORNING);
  private final Happenings happenings =
      new Happenings(view, rig, new Chronicle(view, rig, rig.reached()));

  @BeforeEach
  void aCustomerIsRegistered() {
    rig.pipe(history.register(CONTOSO, Samples.MEMBERSHIP));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  /** What was folded before times were kept is found behind what was folded since, on each page. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 12})
  void aViewThatIsOlderThanItsTimesFindsEverythingOnce(int before) {
    for (var number = 0; number < 12; number++) {
      if (number == before) {
        rig.forget(ViewStores.TIMES);
      }
      rig.pipe(history.open(request(number), MORNING.plusSeconds(number)));
    }
    if (before == 12) {
      rig.forget(ViewStores.TIMES);
    }
    var all = Math.toIntExact(view.lastSequence(CONTOSO));
    for (var limit : List.of(1, 5, all)) {
      var found = read(ALL, limit);
      assertThat(found).hasSize(all).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }
    var late =
        new WantedHappenings(
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(MORNING.plusSeconds(3)),
            Optional.of(MORNING.plusSeconds(9)));
    assertThat(read(late, 2)).hasSize(6 * opened());
  }

  /** However much there is, one look is at so many, and the next goes on where it stopped. */
  @Test
  void aLookThatFindsNothingEndsAndGoesOn() {
    rig.pipe(history.open(request(0), MORNING));
    var no = new Deny(request(0), attempt(0), Optional.empty());
    rig.pipe(history.decide(no, MORNING.plusSeconds(1)));
    for (var number = 1; number <= View.SCANNED_MAX + 5; number++) {
      rig.pipe(
          history.decide(
              new Deny(request(0), attempt(number), Optional.empty()), MORNING.plusSeconds(2)));
    }
    var denied =
        new WantedHappenings(
            Set.of("RequestDenied"),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    for (var wanted : List.of(denied, of(denied, request(0)))) {
      var first = happenings.page(everything(), wanted, 50, Optional.empty());
      assertThat(first.items()).isEmpty();
      assertThat(first.next()).isPresent();
      var rest = happenings.page(everything(), wanted, 50, first.next());
      assertThat(rest.items()).hasSize(1);
      assertThat(rest.next()).isEmpty();
    }
    var newest = happenings.page(everything(), ALL, 200, Optional.empty());
    assertThat(newest.items()).hasSize(200);
  }

  private Reach everything() {
    return Readers.approver(ANNA, CONTOSO, view::find);
  }

  private static WantedHappenings of(WantedHappenings wanted, RequestId request) {
    return new WantedHappenings(
        wanted.types(),
        wanted.operations(),
        wanted.actor(),
        Optional.of(request.value()),
        wanted.from(),
        wanted.until());
  }

  private int opened() {
    return Math.toIntExact((view.lastSequence(CONTOSO) - 1) / 12);
  }

  private List<Long> read(WantedHappenings wanted, int limit) {
    var found = new ArrayList<Long>();
    var next = Optional.<String>empty();
    do {
      var page = happenings.page(everything(), wanted, limit, next);
      page.items().forEach(one -> found.add(one.event().sequence()));
      next = page.next();
    } while (next.isPresent());
    return found;
  }

  private static RequestId request(int number) {
    return new RequestId(CONTOSO, "req-" + number);
  }

  private static Attempt attempt(int number) {
    return new Attempt(ANNA, new DecisionId("d-" + number));
  }
}
