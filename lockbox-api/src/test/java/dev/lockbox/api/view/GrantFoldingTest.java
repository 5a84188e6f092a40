package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.History;
import dev.lockbox.domain.Commands;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantFoldingTest {
  private static final int REQUESTS = 8;

  /** Whose name begins as the other's does. */
  private static final PersonId EVA_MARIA = new PersonId("eva-maria");

  private final History history = new History();
  private final ViewRig rig = new ViewRig();
  private final View view = rig.view(() -> MORNING);

  @BeforeEach
  void aCustomerIsRegistered() {
    rig.pipe(history.register(CONTOSO, Samples.MEMBERSHIP));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  /** Whenever the store of grants came to a view that was there before. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 5, REQUESTS})
  void anEngineersGrantsAreFoundHoweverOldTheViewIs(int before) {
    var granted = new HashSet<RequestId>();
    var others = new HashSet<RequestId>();
    for (var number = 0; number < REQUESTS; number++) {
      if (number == before) {
        rig.forget(ViewStores.GRANTS);
      }
      var isEvas = number % 2 == 0;
      grant(request(number), isEvas ? EVA : EVA_MARIA);
      (isEvas ? granted : others).add(request(number));
      if (number == 3 || number == 6) {
        revoke(request(number - 2));
        (isEvas ? granted : others).remove(request(number - 2));
      }
    }
    if (before == REQUESTS) {
      rig.forget(ViewStores.GRANTS);
    }
    assertThat(grants(EVA)).isEqualTo(granted).hasSize(3);
    assertThat(grants(EVA_MARIA)).isEqualTo(others).hasSize(3);
  }

  /** Their places are taken out, so that a look costs what is open and not what ever was. */
  @Test
  void whatIsOverLeavesNothing() {
    grant(request(0), EVA);
    grant(request(1), EVA);
    revoke(request(0));
    var range = Keys.grantsOf(new EngineerId(CONTOSO, EVA));
    try (var kept = rig.of(ViewStores.GRANTS, CONTOSO).range(range.from(), range.to())) {
      assertThat(kept).toIterable().hasSize(1);
    }
    assertThat(grants(EVA)).containsExactly(request(1));
  }

  private Set<RequestId> grants(PersonId engineer) {
    return view.grants(new EngineerId(CONTOSO, engineer)).keySet();
  }

  private void grant(RequestId request, PersonId engineer) {
    var open = (OpenRequest) Commands.open().of(request).engineer(engineer).build(0);
    rig.pipe(history.decide(open, MORNING));
    var yes = attempt("yes-" + request.value());
    rig.pipe(
        history.decide(new Approve(request, yes, Optional.empty(), 1, Optional.empty()), MORNING));
  }

  private void revoke(RequestId request) {
    var no = attempt("no-" + request.value());
    rig.pipe(history.decide(new Revoke(request, no, Optional.empty()), MORNING));
  }

  private static Attempt attempt(String id) {
    return new Attempt(ANNA, new DecisionId(id));
  }

  private static RequestId request(int number) {
    return new RequestId(CONTOSO, "req-" + number);
  }
}
