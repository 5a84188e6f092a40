package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.CounterOffer;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.DialogueEvent.OfferWithdrawn;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.simulator.record.Standing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the oracle finds wrong with offers, and with what came of them. */
class JudgedOffersTest extends StoryByHand {
  @Test
  void aYesToWhatTheEngineerIsContentWithIsRight() {
    registered();
    opened();
    offered();
    accepted(3);
    approved(ANNA, NOON.plusSeconds(60), AN_HOUR, 3);
    assertThat(judged()).isEmpty();
  }

  @Test
  void aGrantOfMoreThanTheEngineerWasContentWithIsFound() {
    registered();
    opened();
    offered();
    accepted(3);
    approved(ANNA, NOON.plusSeconds(60), EIGHT_HOURS, 3);
    thenBroken("GrantedForNoLonger");
  }

  @Test
  void aYesToAnOfferThatNobodyReadYetIsFound() {
    registered();
    opened();
    offered();
    accepted(3);
    var early = new Approve(REQUEST, by(ANNA, "yes"), Optional.empty(), 2, Optional.empty());
    var at = NOON.plusSeconds(60);
    var until = at.plus(AN_HOUR);
    var by = provenance(early);
    happened(early, at, 4, new RequestApproved(REQUEST, at, by, Optional.empty(), until));
    granted(4, until, lasting(AN_HOUR));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aGrantThatNobodySaidYesToButItsEngineerIsFound() {
    registered();
    opened();
    offered();
    var accept = new AcceptOffer(REQUEST, by(JIT, "accept"), EVA, 2);
    var until = NOON.plus(AN_HOUR);
    var by = provenance(accept);
    happened(accept, NOON, 3, new RequestApproved(REQUEST, NOON, by, Optional.empty(), until));
    granted(3, until, lasting(AN_HOUR));
    thenBroken("GrantedByAnother");
  }

  @Test
  void anOfferThatIsAcceptedThoughItWasTakenBackIsFound() {
    registered();
    opened();
    offered();
    takenBack();
    accepted(4);
    thenBroken("AnsweredAsTheRulesSay");
  }

  /** Ben offers an hour. */
  private void offered() {
    var less = new Narrowing(Optional.empty(), Optional.empty(), Optional.of(AN_HOUR));
    var offer = new CounterOffer(REQUEST, by(BEN, "offer"), Optional.empty(), 1, less);
    var by = provenance(offer);
    happened(
        offer, NOON, 2, new CounterOffered(REQUEST, NOON, by, lasting(AN_HOUR), Optional.empty()));
  }

  private void takenBack() {
    var withdraw = new WithdrawOffer(REQUEST, by(BEN, "withdraw"), 2);
    happened(withdraw, NOON, 3, new OfferWithdrawn(REQUEST, NOON, provenance(withdraw), 2));
  }

  private void accepted(long version) {
    var accept = new AcceptOffer(REQUEST, by(JIT, "accept"), EVA, 2);
    var by = provenance(accept);
    happened(accept, NOON, version, new OfferAccepted(REQUEST, NOON, by, 2, lasting(AN_HOUR)));
    standing =
        Optional.of(
            new Standing(REQUEST, "Pending", version, Optional.empty(), Optional.empty(), false));
  }
}
