package dev.lockbox.adapter.target;

import dev.lockbox.adapter.target.TargetFailed.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A target in memory, which a test can break. */
public final class FakeTarget implements Target {
  private final Map<String, Listed> kept = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private Optional<Scope> trouble = Optional.empty();
  private boolean isSilent;
  private boolean isLying;
  private Runnable onRemoving = () -> {};
  private Runnable onListing = () -> {};
  private Places places = Places.OF_EACH_GRANT;
  private Map<String, String> unread = Map.of();

  /** What is granted stands there from now on. */
  public void placing(Places shared) {
    places = shared;
  }

  /** Everything but listing fails like this from now on. */
  public void fail(Scope scope) {
    trouble = Optional.of(scope);
  }

  /** Not even a list comes any more. */
  public void fallSilent() {
    isSilent = true;
  }

  /** What is there under such ids it does not list, and says so. */
  public void hide(String beginning) {
    unread = Map.of(beginning, "hidden by the test");
  }

  /** It says that it removes, and does not. */
  public void lie() {
    isLying = true;
  }

  public void mend() {
    trouble = Optional.empty();
    isSilent = false;
    isLying = false;
    unread = Map.of();
  }

  /** Happens while something is removed. */
  public void onRemoving(Runnable meanwhile) {
    onRemoving = meanwhile;
  }

  /** Happens before a list is made. */
  public void onListing(Runnable meanwhile) {
    onListing = meanwhile;
  }

  /** Somebody else put it there. */
  public void put(Listed listed) {
    kept.put(listed.id(), listed);
  }

  /** What was asked of it so far, and how often. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Listing list() throws TargetFailed {
    onListing.run();
    if (isSilent) {
      throw new TargetFailed(Scope.TARGET, "silent");
    }
    return new Listing(
        kept.values().stream()
            .filter(one -> unread.keySet().stream().noneMatch(one.id()::startsWith))
            .collect(Collectors.toSet()),
        unread);
  }

  @Override
  public Map<Assignment, Listed> places(Collection<Assignment> ofOneGrant) {
    return places.places(ofOneGrant);
  }

  @Override
  public boolean couldBe(Set<String> ids, Assignment one) {
    return places.couldBe(ids, one);
  }

  @Override
  public boolean couldBeUnder(Set<String> beginnings, Assignment one) {
    return places.couldBeUnder(beginnings, one);
  }

  @Override
  public void create(Assignment assignment, Listed place, Instant until) throws TargetFailed {
    asked.add("create");
    check();
    put(place);
  }

  @Override
  public void remove(String id) throws TargetFailed {
    asked.add("remove");
    onRemoving.run();
    check();
    if (!isLying) {
      kept.remove(id);
    }
  }

  @Override
  public void close() {}

  private void check() throws TargetFailed {
    if (trouble.isPresent()) {
      throw new TargetFailed(trouble.get(), "broken by the test");
    }
  }
}
