package dev.lockbox.adapter;

import static dev.lockbox.adapter.Story.MINUTE;
import static dev.lockbox.adapter.Story.POINT;
import static dev.lockbox.adapter.Story.UNTIL;
import static dev.lockbox.adapter.Story.assignments;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.adapter.Step.Acknowledge;
import dev.lockbox.adapter.Step.Create;
import dev.lockbox.adapter.Step.Remove;
import dev.lockbox.adapter.target.Assignment;
import dev.lockbox.adapter.target.Listed;
import dev.lockbox.adapter.target.Listed.Says;
import dev.lockbox.adapter.target.Listing;
import dev.lockbox.adapter.target.Places;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.events.message.RequestSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final Instant BEFORE_THE_END = UNTIL.minusMillis(1);
  private static final Instant LONG_AFTER = UNTIL.plus(MINUTE);

  private final Grants grants = new Grants();
  private Conditions kept = Conditions.NONE;
  private Places places = Places.OF_EACH_GRANT;

  @Test
  void whatIsGrantedIsCreatedOncePerActionAndResource() {
    log(Story.active());
    assertThat(steps(List.of(), NOON))
        .containsExactlyInAnyOrderElementsOf(
            assignments().stream().map(one -> create(one)).toList());
    assertThat(assignments())
        .hasSize(Story.terms().actions().size() * Story.terms().resources().size());
  }

  @Test
  void whatIsThereAlreadyIsLeftAlone() {
    log(Story.active());
    assertThat(steps(all(), BEFORE_THE_END)).isEmpty();
  }

  @Test
  void aWaitingRequestAndAFrozenGrantCreateNothing() {
    log(Story.waiting());
    assertThat(steps(List.of(), NOON)).isEmpty();
    log(Story.frozen());
    assertThat(steps(List.of(), NOON)).isEmpty();
  }

  @Test
  void accessIsRemovedWhenItsTimeIsOverThoughNoRecordCame() {
    log(Story.active());
    assertThat(steps(all(), UNTIL)).containsExactlyInAnyOrderElementsOf(removals());
  }

  @Test
  void accessIsRemovedWhenItsGrantIsOverOrFrozenOrBeyondRepair() {
    log(Story.over());
    assertThat(steps(all(), UNTIL)).containsExactlyInAnyOrderElementsOf(removals());
    log(Story.frozen());
    assertThat(steps(all(), NOON)).containsExactlyInAnyOrderElementsOf(removals());
    log(Story.faulted());
    assertThat(steps(all(), NOON)).containsExactlyInAnyOrderElementsOf(removals());
  }

  @Test
  void afterAReadingThatLagsNothingIsCreatedAndRemovingGoesOn() {
    log(Story.active());
    assertThat(steps(List.of(), NOON, false)).isEmpty();
    assertThat(steps(all(), UNTIL, false)).containsExactlyInAnyOrderElementsOf(removals());
  }

  @Test
  void whatNobodyGrantedIsRemovedAndTold() {
    assertThat(found(all().getFirst(), NOON)).containsExactly(Finding.NOT_GRANTED);
    log(Story.waiting());
    assertThat(found(all().getFirst(), NOON)).containsExactly(Finding.NOT_GRANTED);
  }

  @Test
  void accessThatOutlivedItsGrantIsNewsAfterAWhile() {
    log(Story.over());
    assertThat(found(all().getFirst(), LONG_AFTER.minusMillis(1))).isEmpty();
    assertThat(found(all().getFirst(), LONG_AFTER)).containsExactly(Finding.NOT_GRANTED);
    log(Story.frozen());
    assertThat(found(all().getFirst(), NOON.plus(MINUTE))).containsExactly(Finding.FROZEN);
  }

  @Test
  void accessOfSomebodyElseOrToSomethingElseIsNoGrants() {
    log(Story.active());
    var one = assignments().getFirst();
    assertThat(found(Listed.of(Story.others(one)), NOON)).containsExactly(Finding.OTHER_ENGINEER);
    var action = new ActionName("secret.view");
    assertThat(
            found(Listed.of(new Assignment(REQUEST, one.engineer(), action, one.resource())), NOON))
        .containsExactly(Finding.ACTION_NOT_GRANTED);
    var resource = new ResourceName("/keyvaults/prod/secrets/admin");
    assertThat(
            found(Listed.of(new Assignment(REQUEST, one.engineer(), one.action(), resource)), NOON))
        .containsExactly(Finding.RESOURCE_NOT_GRANTED);
  }

  @Test
  void accessThatNamesNoRequestIsNoGrants() {
    log(Story.active());
    var one = assignments().getFirst();
    var says = new Says(one.whose(), Optional.empty(), one.action(), one.resource());
    assertThat(found(new Listed("by-hand", Optional.of(says)), NOON))
        .containsExactly(Finding.NO_REQUEST);
    assertThat(found(new Listed("who-knows", Optional.empty()), NOON))
        .containsExactly(Finding.NO_REQUEST);
  }

  @Test
  void anAssignmentThatWasWidenedUnderItsIdIsReplaced() {
    log(Story.active());
    var one = assignments().getFirst();
    var widened = new Listed(one.id(), Listed.of(Story.others(one)).says());
    var listed = new ArrayList<>(all());
    listed.set(0, widened);
    assertThat(steps(listed, NOON))
        .containsExactly(new Remove(widened, Set.of(Finding.OTHER_ENGINEER)), create(one));
  }

  @Test
  void whatIsGrantedAndStandsTwiceIsThereOnce() {
    log(Story.active());
    var copy = new Listed("copy", Listed.of(assignments().getFirst()).says());
    var listed = new ArrayList<>(all());
    listed.add(copy);
    assertThat(steps(listed, NOON)).containsExactly(new Remove(copy, Set.of()));
  }

  @Test
  void underConditionsThatTheTargetDoesNotKeepNothingIsCreated() {
    var phi = Set.of(new Code("PHI"));
    var demanded =
        new Conditions(
            Set.of(Obligation.RECORD),
            phi,
            Optional.of(Set.of(new Code("REMOTE_SHELL"), new Code("API"))),
            Optional.empty(),
            true);
    log(Story.under(demanded));
    assertThat(steps(List.of(), NOON)).isEmpty();
    assertThat(plan().withheld(NOON)).isEqualTo(1);
    assertThat(found(all().getFirst(), NOON)).containsExactly(Finding.NOT_GRANTED);

    var ways = Optional.of(Set.of(new Code("REMOTE_SHELL")));
    kept = new Conditions(Set.of(Obligation.RECORD), phi, ways, Optional.empty(), false);
    assertThat(steps(List.of(), NOON)).as("it may be used twice").isEmpty();
    kept = new Conditions(Set.of(Obligation.RECORD), phi, Optional.empty(), Optional.empty(), true);
    assertThat(steps(List.of(), NOON)).as("there are other ways in").isEmpty();
    kept = new Conditions(Set.of(Obligation.RECORD), phi, ways, Optional.empty(), true);
    assertThat(steps(List.of(), NOON)).hasSize(assignments().size());
    assertThat(plan().withheld(NOON)).isZero();
  }

  @Test
  void theEndIsAcknowledgedOnceNothingIsLeftAndNotBefore() {
    log(Story.closing(POINT, new PointId("gateway-1")));
    assertThat(steps(all(), UNTIL)).doesNotContain(new Acknowledge(REQUEST));
    assertThat(steps(List.of(all().getFirst()), UNTIL)).hasSize(1);
    assertThat(steps(List.of(), UNTIL)).containsExactly(new Acknowledge(REQUEST));
  }

  @Test
  void theEndIsNotSaidWhileAnythingLeftCouldStillLetThemIn() {
    log(Story.closing(POINT));
    var one = assignments().getFirst();
    var underItsId = new Listed(one.id(), Listed.of(Story.others(one)).says());
    var says = new Says(one.whose(), Optional.empty(), one.action(), one.resource());
    var byHand = new Listed("by-hand", Optional.of(says));
    var ofTheRequest = new Listed("copy", Listed.of(Story.others(one)).says());
    for (var left : List.of(underItsId, byHand, ofTheRequest)) {
      assertThat(steps(List.of(left), UNTIL)).hasOnlyElementsOfType(Remove.class);
    }
    var ofSomebodyElse = new Listed("theirs", Optional.empty());
    assertThat(steps(List.of(ofSomebodyElse), UNTIL)).contains(new Acknowledge(REQUEST));
  }

  @Test
  void whereNobodyKnowsWhatThereIsNothingIsCreatedAndNoEndIsSaid() {
    places = Story.groups();
    for (var hidden : List.of("logs/", "")) {
      var listing = new Listing(Set.of(), Map.of(hidden, "hidden"));
      log(Story.active());
      assertThat(plan().steps(listing, NOON, true)).isEmpty();
      assertThat(plan().provisioned(listing, NOON)).isEmpty();
      log(Story.closing(POINT));
      assertThat(plan().steps(listing, UNTIL, true)).isEmpty();
    }
    var elsewhere = new Listing(Set.of(), Map.of("other/", "hidden"));
    assertThat(plan().steps(elsewhere, UNTIL, true)).containsExactly(new Acknowledge(REQUEST));
    log(Story.active());
    assertThat(plan().steps(elsewhere, NOON, true)).hasSize(1);
    assertThat(plan().provisioned(elsewhere, NOON)).isEqualTo(Map.of(REQUEST, false));
  }

  @Test
  void inAGroupOfTheirsWhoeverIsLeftCouldBeThem() {
    places = Story.groups();
    log(Story.closing(POINT));
    var unread = new Listed("logs/#2819c223", Optional.empty());
    assertThat(steps(List.of(unread), UNTIL)).hasOnlyElementsOfType(Remove.class);
    assertThat(steps(List.of(new Listed("other/#2819c223", Optional.empty())), UNTIL))
        .contains(new Acknowledge(REQUEST));
  }

  @Test
  void nobodySaysForAnotherPointThatItClosed() {
    log(Story.closing(new PointId("gateway-1")));
    assertThat(steps(List.of(), UNTIL)).isEmpty();
  }

  @Test
  void theEndOfOneGrantTakesNothingAwayThatAnotherAllows() {
    log(Story.over());
    var other = new RequestId(REQUEST.tenant(), "other");
    grants.hear(new RequestSnapshot(other, Story.granted()), NOON);
    var listed = new ArrayList<>(all());
    grants.find(other).orElseThrow().assignments().stream().map(Listed::of).forEach(listed::add);
    assertThat(steps(listed, BEFORE_THE_END)).containsExactlyInAnyOrderElementsOf(removals());
  }

  @Test
  void whatNobodyCanReadGrantsNothing() {
    log(Story.active());
    grants.lose(REQUEST.toString(), NOON);
    assertThat(steps(all(), NOON)).containsExactlyInAnyOrderElementsOf(removals());
    log(Story.active());
    assertThat(steps(all(), NOON)).isEmpty();
  }

  @Test
  void whatIsLongOverIsKnownNoMoreUnlessSomebodyWaits() {
    log(Story.over());
    grants.forget(UNTIL);
    assertThat(grants.all()).hasSize(1);
    grants.forget(LONG_AFTER);
    assertThat(grants.all()).isEmpty();
    log(Story.closing(POINT));
    grants.forget(LONG_AFTER);
    assertThat(grants.all()).hasSize(1);
  }

  @Test
  void grantsThatShareAMembershipWantItOnceUntilTheLastOfThemEnds() {
    places = Story.groups();
    log(Story.active());
    log(Story.another());
    var create = (Create) steps(List.of(), NOON).getFirst();
    assertThat(steps(List.of(), NOON)).containsExactly(create);
    assertThat(create.place()).contains(Story.membership());
    assertThat(create.until()).isEqualTo(Story.LATER);
    assertThat(steps(List.of(Story.membership()), NOON)).isEmpty();
    assertThat(plan().provisioned(Listing.whole(List.of(Story.membership())), NOON))
        .isEqualTo(Map.of(REQUEST, true, Story.ANOTHER, true));
  }

  @Test
  void aMembershipThatAnotherGrantAllowsStaysAndTheEndOfTheOneIsSaid() {
    places = Story.groups();
    log(Story.closing(POINT));
    log(Story.another());
    var there = List.of(Story.membership());
    assertThat(steps(there, UNTIL)).containsExactly(new Acknowledge(REQUEST));
    assertThat(steps(there, Story.LATER.minusMillis(1))).containsExactly(new Acknowledge(REQUEST));
    assertThat(steps(there, Story.LATER)).containsExactly(new Remove(Story.membership(), Set.of()));
  }

  @Test
  void theEndIsNotSaidWhileAMembershipThatNobodyElseHasIsThere() {
    places = Story.groups();
    log(Story.closing(POINT));
    assertThat(steps(List.of(Story.membership()), UNTIL))
        .containsExactly(new Remove(Story.membership(), Set.of()));
    assertThat(steps(List.of(), UNTIL)).containsExactly(new Acknowledge(REQUEST));
  }

  @Test
  void aMembershipThatNobodyGrantsOrNoMoreIsRemovedAndTold() {
    places = Story.groups();
    assertThat(found(Story.membership(), NOON)).containsExactly(Finding.NO_REQUEST);
    log(Story.over());
    assertThat(found(Story.membership(), LONG_AFTER.minusMillis(1))).isEmpty();
    assertThat(found(Story.membership(), LONG_AFTER)).containsExactly(Finding.NO_REQUEST);
    var others = Story.others(assignments().getFirst());
    assertThat(found(places.places(List.of(others)).get(others), UNTIL))
        .as("of whom nothing was granted just now")
        .containsExactly(Finding.NO_REQUEST);
  }

  @Test
  void whatHasNoPlaceAtTheTargetIsWantedAllTheSame() {
    places = Story.otherGroups();
    log(Story.active());
    assertThat(steps(List.of(), NOON))
        .containsExactlyElementsOf(
            assignments().stream()
                .<Step>map(one -> new Create(one, Optional.empty(), UNTIL))
                .toList());
    assertThat(plan().provisioned(Listing.whole(List.of()), NOON))
        .isEqualTo(Map.of(REQUEST, false));
  }

  private void log(RequestSnapshot snapshot) {
    grants.hear(snapshot, NOON);
  }

  private Reconciliation plan() {
    return Story.practice(kept).plan(grants.all(), places);
  }

  private List<Step> steps(List<Listed> listed, Instant now) {
    return steps(listed, now, true);
  }

  private List<Step> steps(List<Listed> listed, Instant now, boolean isCurrent) {
    return plan().steps(Listing.whole(listed), now, isCurrent);
  }

  /** Why it should not be there; it is removed in any case. */
  private Set<Finding> found(Listed listed, Instant now) {
    var step = steps(List.of(listed), now, false).getFirst();
    assertThat(((Remove) step).listed()).isEqualTo(listed);
    return ((Remove) step).findings();
  }

  private static Create create(Assignment one) {
    return new Create(one, Optional.of(Listed.of(one)), UNTIL);
  }

  private static List<Listed> all() {
    return assignments().stream().map(Listed::of).toList();
  }

  private static List<Step> removals() {
    return all().stream().<Step>map(one -> new Remove(one, Set.of())).toList();
  }
}
