package dev.lockbox.adapter;

import static dev.lockbox.adapter.Story.MINUTE;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.adapter.Provisioning.News;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvisioningTest {
  private static final Grant GRANT = Grant.of(Story.active(), NOON).orElseThrow();
  private static final Map<RequestId, Boolean> THERE = Map.of(REQUEST, true);
  private static final Map<RequestId, Boolean> MISSING = Map.of(REQUEST, false);
  private static final Instant LATER = NOON.plus(MINUTE);

  private final Provisioning provisioning = new Provisioning(MINUTE);

  @Test
  void whatIsAllThereIsToldOnce() {
    var news = look(THERE, NOON);
    assertThat(news).containsExactly(new News(GRANT, true, Optional.empty()));
    assertThat(look(THERE, NOON)).as("until it is told").isEqualTo(news);
    provisioning.told(news.getFirst());
    assertThat(look(THERE, LATER)).isEmpty();
  }

  @Test
  void whatIsMissingIsToldAfterAWhileAndSoIsItsArrival() {
    assertThat(look(MISSING, NOON)).isEmpty();
    assertThat(look(MISSING, LATER.minusMillis(1))).isEmpty();
    assertThat(provisioning.missing(LATER.minusMillis(1))).isEmpty();
    var missing = look(MISSING, LATER);
    assertThat(missing).containsExactly(new News(GRANT, false, Optional.empty()));
    assertThat(provisioning.missing(LATER)).containsExactly(REQUEST);
    provisioning.told(missing.getFirst());
    assertThat(look(MISSING, LATER.plus(MINUTE))).isEmpty();

    var there = LATER.plus(MINUTE).plus(MINUTE);
    assertThat(look(THERE, there)).containsExactly(new News(GRANT, true, Optional.of(there)));
    assertThat(provisioning.missing(there)).isEmpty();
  }

  @Test
  void aGapThatIsShortIsNoNews() {
    provisioning.told(look(THERE, NOON).getFirst());
    assertThat(look(MISSING, NOON.plusSeconds(1))).isEmpty();
    assertThat(look(THERE, NOON.plusSeconds(2))).isEmpty();
  }

  @Test
  void whileTheTargetListsNothingWhatWasThereCountsAsThereAndWhatWasNotIsMissing() {
    provisioning.told(look(THERE, NOON).getFirst());
    assertThat(look(Map.of(), LATER)).isEmpty();
    assertThat(provisioning.missing(LATER)).isEmpty();

    var fresh = new Provisioning(MINUTE);
    assertThat(fresh.look(Map.of(REQUEST, GRANT), Map.of(), NOON)).isEmpty();
    assertThat(fresh.look(Map.of(REQUEST, GRANT), Map.of(), LATER)).hasSize(1);
  }

  @Test
  void ofWhatIsOverNothingIsTold() {
    look(MISSING, NOON);
    assertThat(provisioning.look(Map.of(), MISSING, LATER)).isEmpty();
    assertThat(provisioning.missing(LATER)).isEmpty();
  }

  private List<News> look(Map<RequestId, Boolean> provisioned, Instant now) {
    return provisioning.look(Map.of(REQUEST, GRANT), provisioned, now);
  }
}
