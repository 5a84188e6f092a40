package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What approvers ask and offer. */
@ExtendWith(OneHttpRig.class)
class DialogueHttpTest {
  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller dora;

  /** The path of a request that waits. */
  private final String one;

  DialogueHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.dora = http.caller("dora", CONTOSO, "auditor");
    this.one = http.requestOfContoso();
  }

  @Test
  void anApproverAsksAndOffersLessAndReadsWhatWasSaid() {
    var asking = "{\"decisionId\":\"q-1\",\"question\":\"which member?\"}";
    var asked = anna.post(one + "/ask", asking).ok();
    assertThat(asked.path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    var question = asked.path("dialogue").path("questions").get(0);
    assertThat(question.path("version").asInt()).isEqualTo(2);
    assertThat(question.path("by").asText()).isEqualTo("anna");
    assertThat(question.path("question").asText()).isEqualTo("which member?");
    assertThat(question.path("answer").isNull()).isTrue();

    var offering = "{\"decisionId\":\"o-1\",\"ifVersion\":1,\"accessFor\":\"PT1H\"}";
    var offer = anna.post(one + "/offer", offering).ok().path("dialogue").path("offer");
    assertThat(offer.path("version").asInt()).isEqualTo(3);
    assertThat(offer.path("terms").path("accessFor").asText()).isEqualTo("PT1H");

    var taking = "{\"decisionId\":\"w-1\",\"offer\":3}";
    var taken = anna.post(one + "/withdraw-offer", taking).ok();
    assertThat(taken.path("dialogue").path("offer").isNull()).isTrue();
    anna.post(one + "/withdraw-offer", taking.replace("w-1", "w-2")).refused(404, "NO_SUCH_OFFER");

    var events = dora.get(one + "/events").ok().path("items");
    assertThat(events.findValuesAsText("type"))
        .containsExactly(
            "RequestOpened", "QuestionAsked", "CounterOffered", "OfferWithdrawn", "CommandRefused");
    assertThat(events.get(1).path("reason").asText()).isEqualTo("which member?");
    assertThat(events.get(2).path("terms").path("accessFor").asText()).isEqualTo("PT1H");
    assertThat(events.get(3).path("replyTo").asInt()).isEqualTo(3);
    assertThat(anna.get(one + "/decisions/q-1").ok().path("version").asInt()).isEqualTo(4);
  }

  @Test
  void whatCannotBeSaidIsRefused() {
    var all = "{\"decisionId\":\"o-1\",\"ifVersion\":1,\"accessFor\":\"PT8H\"}";
    anna.post(one + "/offer", all).refused(422, "OFFERS_NO_LESS");
    anna.post(one + "/offer", Bodies.decision("o-2", 1)).refused(400, "INVALID_REQUEST");
    anna.post(one + "/ask", Bodies.decision("q")).refused(400, "INVALID_REQUEST");
    var unknown = "{\"decisionId\":\"q\",\"question\":\"why?\",\"pause\":true}";
    anna.post(one + "/ask", unknown).refused(400, "INVALID_REQUEST");
    var tooLong = "{\"decisionId\":\"q\",\"question\":\"%s\"}".formatted("x".repeat(4097));
    anna.post(one + "/ask", tooLong).refused(422, "INVALID_REASON");
    var asking = "{\"decisionId\":\"q\",\"question\":\"why?\"}";
    dora.post(one + "/ask", asking).refused(403, "NOT_AN_APPROVER");
    var eva = http.caller("eva", CONTOSO, "approver");
    eva.post(one + "/ask", asking).refused(403, "OWN_REQUEST");
    var none = "{\"decisionId\":\"w\",\"offer\":1}";
    anna.post(one + "/withdraw-offer", none).refused(404, "NO_SUCH_OFFER");
  }
}
