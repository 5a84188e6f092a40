package dev.lockbox.adapter.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static final Assignment LOGS = Some.assignment();
  private static final Assignment EXEC =
      new Assignment(LOGS.request(), LOGS.engineer(), new ActionName("k8s.exec"), LOGS.resource());

  @Test
  void whatNoGroupStandsForHasNoPlace() {
    var groups = new Groups(List.of(group("logs", "1", "k8s.pod.logs")));
    assertThat(groups.places(List.of(LOGS, EXEC))).containsOnlyKeys(LOGS);
    var elsewhere = new ResourceName("/clusters/aro2");
    assertThat(
            groups.places(
                List.of(new Assignment(LOGS.request(), LOGS.engineer(), LOGS.action(), elsewhere))))
        .isEmpty();
  }

  @Test
  void ofAnotherCustomersGroupNobodyIsMadeAMember() {
    var theirs = new Group("logs", "1", Cast.FABRIKAM, Set.of(LOGS.action()), LOGS.resource());
    assertThat(new Groups(List.of(theirs)).places(List.of(LOGS))).isEmpty();
  }

  /** Its member may do both. */
  @Test
  void aGroupThatAllowsMoreThanTheGrantIsNoPlaceForIt() {
    var groups = new Groups(List.of(group("both", "1", "k8s.pod.logs", "k8s.exec")));
    assertThat(groups.places(List.of(LOGS))).isEmpty();
    assertThat(groups.places(List.of(EXEC))).isEmpty();
    assertThat(groups.places(List.of(LOGS, EXEC)).values())
        .extracting(Listed::id)
        .containsExactly("both/eva/k8s.pod.logs", "both/eva/k8s.exec");
  }

  @Test
  void aMembershipMeansOneThing() {
    refused(group("a", "1", "x"), group("a", "2", "y"));
    refused(group("a", "1", "x"), group("b", "1", "y"));
    refused(group("a", "1", "x", "y"), group("b", "2", "y"));
    refused();
  }

  @Test
  void aGroupIsNamedInFewLetters() {
    for (var name : List.of("", "A", "a/b", "a b", "-a", "a".repeat(64))) {
      assertThatIllegalArgumentException().isThrownBy(() -> group(name, "1", "x"));
    }
    for (var id : List.of("", "a b", "é", "a".repeat(129))) {
      assertThatIllegalArgumentException().isThrownBy(() -> group("a", id, "x"));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> group("a", "1"));
  }

  /** The longest names make an id that still is one. */
  @Test
  void whatTheLongestNamesMakeCanBeListed() {
    var action = new ActionName("a".repeat(128));
    var group =
        new Group("g".repeat(63), "1", new TenantId("t"), Set.of(action), new ResourceName("/r"));
    var person = new PersonId("p".repeat(128));
    assertThat(group.listed(person, action).id()).hasSize(63 + 128 + 128 + 2);
  }

  private static void refused(Group... groups) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Groups(List.of(groups)));
  }

  private static Group group(String name, String id, String... actions) {
    return new Group(
        name,
        id,
        Cast.CONTOSO,
        Arrays.stream(actions).map(ActionName::new).collect(Collectors.toSet()),
        LOGS.resource());
  }
}
