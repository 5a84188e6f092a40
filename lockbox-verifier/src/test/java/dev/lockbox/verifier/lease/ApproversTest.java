package dev.lockbox.verifier.lease;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.signature.KeyKind;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Keys as the lockbox shows them, and a customer hands them out. */
class ApproversTest {
  private static final String PASSKEY =
      "{\"relyingParty\":\"lockbox.example\",\"origin\":\"https://portal.lockbox.example\","
          + "\"credential\":\"AAAA\"}";

  private final Approver anna = Approver.of("anna", KeyKind.PASSKEY);
  private final Approver ben = Approver.of("ben", KeyKind.ED25519);

  private static String shown(Approver approver, KeyKind kind, String passkey) {
    return ("{\"id\":\"%s\",\"person\":\"%s\",\"kind\":\"%s\",\"spki\":\"%s\",\"passkey\":%s,"
            + "\"registeredAt\":\"2026-03-01T12:00:00Z\",\"holdsFrom\":\"2026-03-02T12:00:00Z\"}")
        .formatted(
            approver.id(),
            approver.person,
            kind,
            Approver.base64Url(approver.key().spki()),
            passkey);
  }

  private String both() {
    return "{\"version\":7,\"keys\":[%s,%s]}"
        .formatted(shown(anna, KeyKind.PASSKEY, PASSKEY), shown(ben, KeyKind.ED25519, "null"));
  }

  private static Approvers parse(String text) throws Malformed {
    return Approvers.parse(text.getBytes(UTF_8));
  }

  @Test
  void theKeysAreThoseOfTheDocument() throws Malformed {
    var approvers = parse(both());
    assertThat(approvers.people()).isEqualTo(2);
    assertThat(approvers.find(anna.id()).orElseThrow().party()).contains(Approver.PORTAL);
    assertThat(approvers.find(ben.id()).orElseThrow().person()).isEqualTo("ben");
    assertThat(approvers.find("another")).isEmpty();
  }

  @Test
  void whatNobodyHasAgreedToIsNotAmongThem() throws Malformed {
    var agreed = "\"holdsFrom\":\"2026-03-02T12:00:00Z\"";
    var approvers = parse(both().replaceFirst(agreed, "\"holdsFrom\":null"));
    assertThat(approvers.find(anna.id())).isEmpty();
    assertThat(approvers.find(ben.id())).isPresent();
    assertMalformed(both().replace(agreed, "\"holdsFrom\":null"));
  }

  @Test
  void whatIsNoKeyUnderItsIdIsRefused() {
    for (var bad :
        List.of(
            "",
            "{}",
            "{\"keys\":[]}",
            "{\"keys\":[1]}",
            both().replace(anna.id(), ben.id()),
            both().replace(ben.id(), ben.id().toUpperCase(Locale.ROOT)),
            both().replace("ED25519", "ES256"),
            both().replace("ED25519", "RS256"),
            both().replace("\"passkey\":null", "\"passkey\":" + PASSKEY),
            both().replace(PASSKEY, "null"),
            both().replace("\"origin\":\"https:", "\"origin\":\"http:"),
            both().replace("https://portal.lockbox.example", "https://evil.example"),
            both().replace("\"spki\":\"M", "\"spki\":\"N"),
            both().replace("\"person\"", "\"who\""),
            "{\"keys\":[%s]}"
                .formatted(
                    String.join(
                        ",", Collections.nCopies(2, shown(ben, KeyKind.ED25519, "null")))))) {
      assertMalformed(bad);
    }
  }

  @Test
  void thereAreNoMoreThanACustomerHas() {
    var many =
        Collections.nCopies(Approvers.KEYS_MAX + 1, KeyKind.ED25519).stream()
            .map(kind -> Approver.of("anna", kind).key())
            .toList();
    assertThat(Approvers.of(many.subList(1, many.size())).people()).isEqualTo(1);
    assertThatThrownBy(() -> Approvers.of(many)).hasMessageContaining("were 1001");
    assertThatThrownBy(() -> Approvers.of(List.of())).hasMessageContaining("were 0");
  }

  private static void assertMalformed(String text) {
    assertThatThrownBy(() -> parse(text)).as(text).isInstanceOf(Malformed.class);
  }
}
