package dev.lockbox.domain;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose yes a request needs, and which it has. Stages are passed in order; each person counts once,
 * whatever groups they are in.
 *
 * @param stages at least one
 * @param given in the order in which they came; never enough, or the request would be granted
 */
public record Approvals(List<Stage> stages, ApproverMode mode, List<Approval> given) {
  public Approvals {
    stages = List.copyOf(stages);
    given = List.copyOf(given);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException(
          "a request needs somebody's yes: stages must not be empty");
    }
  }

  /** Any one of these suffices. */
  public static Approvals ofAnyOneOf(Set<PersonId> approvers) {
    var stage = new Stage(Optional.empty(), approvers, 1);
    return new Approvals(List.of(stage), ApproverMode.SNAPSHOT, List.of());
  }

  static Approvals needed(List<Stage> stages, ApproverMode mode) {
    return new Approvals(stages, mode, List.of());
  }

  /** Which stage is to be passed next, from 0. */
  public int current() {
    var stage = 0;
    while (stage < stages.size() - 1 && missing(stage) == 0) {
      stage++;
    }
    return stage;
  }

  /** How many people must still say yes in this stage. */
  public int missing(int stage) {
    var had = given.stream().filter(one -> one.stage() == stage).count();
    return Math.max(0, stages.get(stage).quorum() - (int) had);
  }

  boolean hasYesOf(PersonId person) {
    return given.stream().anyMatch(one -> person.mayBe(one.by()));
  }

  /** Whether one more yes in the current stage is the last that is needed. */
  boolean needOneMore() {
    return current() == stages.size() - 1 && missing(current()) == 1;
  }

  Approvals with(Approval yes) {
    var more = new ArrayList<>(given);
    more.add(yes);
    return new Approvals(stages, mode, more);
  }
}
