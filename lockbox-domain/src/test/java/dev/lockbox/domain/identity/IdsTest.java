package dev.lockbox.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class IdsTest {
  private static final TenantId CONTOSO = new TenantId("contoso");

  /** One way to name something: how it is made, and how long it may be. */
  private record Kind(String name, int charsMax, Function<String, Object> of) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Kind> NAMES =
      List.of(
          new Kind("tenant", 63, TenantId::new),
          new Kind("request id", 128, value -> new RequestId(CONTOSO, value)),
          new Kind("person", 128, PersonId::new),
          new Kind("decisionId", 64, DecisionId::new),
          new Kind("commandId", 64, CommandId::new),
          new Kind("host", 64, HostId::new),
          new Kind("action", 128, ActionName::new),
          new Kind("resource", 512, ResourceName::new),
          new Kind("ticket system", 64, value -> new Ticket(value, "1", Optional.empty())),
          new Kind("ticket id", 128, value -> new Ticket("servicedesk", value, Optional.empty())));

  /** Those that stand in paths, keys and addresses. */
  static final List<Kind> PATH_SEGMENTS =
      NAMES.stream()
          .filter(kind -> !List.of("action", "resource", "ticket id").contains(kind.name()))
          .toList();

  @ParameterizedTest
  @FieldSource("NAMES")
  void aNameHasAtLeastOneCharacterAndALimit(Kind kind) {
    assertThat(kind.of().apply("a")).isNotNull();
    assertThat(kind.of().apply("a".repeat(kind.charsMax()))).isNotNull();
    assertRefused(kind, "");
    assertRefused(kind, "a".repeat(kind.charsMax() + 1));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void aNameHoldsNoSpaceControlCharacterOrLookAlike(Kind kind) {
    Stream.of(
            " ",
            " a",
            "a ",
            "a b",
            "a\n",
            "\na",
            "a\r\nb",
            "a\tb",
            "a\0b",
            "a\u0007",
            "a\u007f",
            "\u0430nna", // a Cyrillic a
            "ann\u0430",
            "anna\u200b",
            "a\u202eb",
            "\uff41nna",
            "anna\u0301",
            "é",
            "ｅ",
            "a\u00a0b",
            "a\u2028b",
            "a\u0085b",
            "\ud83d\ude00",
            "a\ud83d",
            "\ufeffanna")
        .forEach(hostile -> assertRefused(kind, hostile));
  }

  @ParameterizedTest
  @FieldSource("PATH_SEGMENTS")
  void aNameIsNeverAPath(Kind kind) {
    Stream.of(
            "..", ".", "../a", "a/../b", "/a", "a/b", "a\\b", "%2e%2e", "a%2fb", "a?b", "a#b", "-a",
            "_a", "a;b", "a&b", "a'b", "a\"b", "<a>", "${a}", "a*")
        .forEach(hostile -> assertRefused(kind, hostile));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void aMegabyteIsRefusedInAFewWords(Kind kind) {
    assertThatThrownBy(() -> kind.of().apply("é".repeat(1_000_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            refused ->
                assertThat(refused.getMessage())
                    .hasSizeLessThan(300)
                    .contains(kind.name(), "(1000000 characters)")
                    .doesNotContain("é"));
  }

  @Test
  void theMessageShowsWhatWasFoundWithoutWhatCouldHarm() {
    assertThatThrownBy(() -> new PersonId("anna\r\n\u001b[31mroot\u202e"))
        .hasMessageContaining("was 'anna???[31mroot?'");
  }

  @Test
  void aTenantIsLowerCase() {
    assertRefused(NAMES.getFirst(), "Contoso");
    assertRefused(NAMES.getFirst(), "con.toso");
    assertRefused(NAMES.getFirst(), "con_toso");
  }

  @Test
  void anIssuersSubjectIsAPerson() {
    assertThat(new PersonId("auth0|64f-1.2_3@idp:x+y").value()).hasSize(23);
  }

  @Test
  void aResourceIsAnyPathThatCanBePrinted() {
    assertThat(new ResourceName("/clusters/aro1/ns/openshift-etcd?x=[1]").value()).isNotEmpty();
  }

  @Test
  void twoTenantsMayUseTheSameRequestIdAndItIsNotTheSameRequest() {
    var ours = new RequestId(CONTOSO, "req-1");
    var theirs = new RequestId(new TenantId("fabrikam"), "req-1");
    assertThat(ours).isNotEqualTo(theirs).isLessThan(theirs);
    assertThat(ours).hasToString("contoso/req-1");
    assertThat(ours).isLessThan(new RequestId(CONTOSO, "req-2"));
  }

  @Test
  void namesSortByTheirText() {
    assertThat(new PersonId("anna")).isLessThan(new PersonId("ben")).hasToString("anna");
    assertThat(new TenantId("a")).isLessThan(new TenantId("b")).hasToString("a");
    assertThat(new DecisionId("a")).isLessThan(new DecisionId("b")).hasToString("a");
    assertThat(new CommandId("a")).isLessThan(new CommandId("b")).hasToString("a");
    assertThat(new ActionName("a")).isLessThan(new ActionName("b")).hasToString("a");
    assertThat(new ResourceName("a")).isLessThan(new ResourceName("b")).hasToString("a");
  }

  @Test
  void idsOfPeopleThatDifferInCaseAreTwoAndMayBeOnePersons() {
    var anna = new PersonId("anna|1");
    var capitals = new PersonId("ANNA|1");
    assertThat(anna).isNotEqualTo(capitals);
    assertThat(anna.mayBe(capitals)).isTrue();
    assertThat(anna.mayBeOneOf(List.of(new PersonId("ben"), capitals))).isTrue();
    assertThat(anna.mayBe(new PersonId("anna|2"))).isFalse();
    assertThat(anna.mayBeOneOf(List.of())).isFalse();
  }

  private static void assertRefused(Kind kind, String text) {
    assertThatThrownBy(() -> kind.of().apply(text))
        .as("%s '%s'", kind, text)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(kind.name() + " must match");
  }
}
