package dev.lockbox.api.view;

import dev.lockbox.domain.Recorded;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;

/** Events in; what a reader sees, out. */
final class ViewTopology {
  private ViewTopology() {}

  static Topology topology(
      PatientReader<Recorded> reader, CatchUp catchUp, OpenStores open, Reached reached) {
    var builder = new StreamsBuilder();
    ViewStores.ALL.forEach(store -> builder.addStateStore(ViewStores.builder(store)));
    builder.stream(
            Topics.EVENTS.name(),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("events"))
        .process(
            () -> new Fold(reader, catchUp, open, reached),
            Named.as("fold"),
            ViewStores.ALL.toArray(String[]::new));
    return builder.build();
  }
}
