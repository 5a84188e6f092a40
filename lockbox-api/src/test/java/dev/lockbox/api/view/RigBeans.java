package dev.lockbox.api.view;

import dev.lockbox.events.codec.Formats;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The view's rig in the place of the live view. */
@Factory
@Requires(property = "test.edges")
final class RigBeans {
  @Bean(preDestroy = "close")
  @Singleton
  @Replaces(LiveView.class)
  ViewRig rig() {
    return new ViewRig();
  }

  @Singleton
  @Replaces(Formats.class)
  Formats formats(ViewRig rig) {
    return rig.formats();
  }

  @Singleton
  @Replaces(Reached.class)
  Reached reached(ViewRig rig) {
    return rig.reached();
  }
}
