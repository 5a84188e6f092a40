package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.identity.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over HTTP, and so by the command line too, an engineer does not get their own request approved,
 * whoever the customer says they are (A1).
 */
@ExtendWith(OneHttpRig.class)
class OwnRequestHttpTest {
  private static final String MORE =
      ",\"conditions\":{\"obligations\":[\"RECORD\"],\"excluded\":[],\"channels\":null,"
          + "\"countries\":null,\"singleUse\":false}}";

  private final HttpRig http;

  /** The path of a request of Eva's that waits; the customer names her an approver as well. */
  private final String one;

  OwnRequestHttpTest(HttpRig http) {
    this.http = http;
    var approvers = new HashSet<Member>(Samples.MEMBERSHIP.approvers());
    List.of("eva", "EVA").forEach(id -> approvers.add(Member.of(id, "eva@contoso.example")));
    http.register(
        CONTOSO, new Membership("Premier", approvers, Set.of(), Set.of(Samples.DORA_MEMBER)));
    this.one = http.open(CONTOSO, "req-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eva", "EVA"})
  void noYesOfTheirsIsTaken(String spelling) {
    var eva = http.caller(spelling, CONTOSO, "approver");
    var whole = Bodies.decision("whole", 1);
    eva.post(one + "/approve", whole).refused(403, "OWN_REQUEST");
    var less = whole.replace("whole", "less").replace("}", ",\"accessFor\":\"PT1H\"}");
    eva.post(one + "/approve", less).refused(403, "OWN_REQUEST");
    var under = whole.replace("whole", "under").replace("}", MORE);
    eva.post(one + "/approve", under).refused(403, "OWN_REQUEST");
    var offer = less.replace("less", "offer");
    eva.post(one + "/offer", offer).refused(403, "OWN_REQUEST");
    assertThat(auditor().get(one).ok().path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eva@contoso.example", "eva@provider.example", "idp-2|eva"})
  void anAliasThatNobodyNamedDecidesNothing(String alias) {
    var eva = http.caller(alias, CONTOSO, "approver");
    eva.post(one + "/approve", Bodies.decision("d", 1)).refused(403, "NOT_AN_APPROVER");
  }

  @Test
  void whyNotIsToldUnderThePseudonym() {
    var veiled = http.open(CONTOSO, "veiled", Said.nothing().pseudonym("Engineer 7").details());
    var no =
        http.caller("eva", CONTOSO, "approver")
            .post(veiled + "/approve", Bodies.decision("d", 2))
            .refused(403, "OWN_REQUEST");
    assertThat(no.path("detail").asText()).startsWith("Engineer 7 asked for");
  }

  @Test
  void theCustomersAuditorReadsWhoTried() {
    http.caller("EVA", CONTOSO, "approver")
        .post(one + "/approve", Bodies.decision("d", 1))
        .refused(403, "OWN_REQUEST");
    var last = auditor().get(one + "/events").ok().path("items").get(1);
    assertThat(last.path("type").asText()).isEqualTo("CommandRefused");
    assertThat(last.path("actor").asText()).isEqualTo("EVA");
    assertThat(last.path("refusal").asText()).isEqualTo("OWN_REQUEST");
  }

  private HttpCaller auditor() {
    return http.caller("dora", CONTOSO, "auditor");
  }
}
