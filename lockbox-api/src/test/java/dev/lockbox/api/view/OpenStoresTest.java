package dev.lockbox.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class OpenStoresTest {
  private final OpenStores open = new OpenStores();

  @Test
  void aPartitionsStoresAreThereFromWhenTheyOpenUntilTheyClose() {
    assertThat(open.of(ViewStores.REQUESTS, 3)).isEmpty();
    var shelf = shelf(3);
    assertThat(open.of(ViewStores.REQUESTS, 3))
        .containsSame(shelf.stores().get(ViewStores.REQUESTS));
    assertThat(open.of(ViewStores.REQUESTS, 4)).isEmpty();
    open.close(shelf);
    assertThat(open.of(ViewStores.REQUESTS, 3)).isEmpty();
  }

  @Test
  void whatClosesLateTakesNothingFromWhatHasComeBack() {
    var left = shelf(3);
    var back = shelf(3);
    open.close(left);
    assertThat(open.of(ViewStores.INDEX, 3)).containsSame(back.stores().get(ViewStores.INDEX));
  }

  private OpenStores.Shelf shelf(int partition) {
    return open.open(partition, name -> Stores.inMemoryKeyValueStore(name).get());
  }
}
