package dev.lockbox.adapter;

import dev.lockbox.adapter.target.DirectoryTarget;
import dev.lockbox.adapter.target.DirectoryTargetSettings;
import dev.lockbox.adapter.target.HttpTarget;
import dev.lockbox.adapter.target.Target;
import dev.lockbox.service.Require;
import dev.lockbox.service.ServiceContext;
import java.time.InstantSource;

/** The one target that the settings name: over HTTP as we have it, or a directory over SCIM. */
final class Targets {
  private Targets() {}

  static boolean isNamed(ServiceContext context) {
    return context.beans().containsProperty(TargetSettings.URL)
        || context.beans().containsProperty(DirectorySettings.URL);
  }

  /** Throws {@link IllegalArgumentException} when there is none, or two, or it is set wrongly. */
  static Target of(ServiceContext context) {
    var http = context.bean(TargetSettings.class);
    var directory = context.bean(DirectorySettings.class);
    Require.that(
        http.url().isPresent() != directory.url().isPresent(),
        "%s or %s must name the target, and not both",
        TargetSettings.URL,
        DirectorySettings.URL);
    Require.that(
        !context.beans().containsProperties(DirectorySettings.KEEPS),
        "lockbox.adapter.target.keeps says what is kept, of a directory too, and not %s",
        DirectorySettings.KEEPS);
    return http.url().isPresent()
        ? new HttpTarget(http.http())
        : new DirectoryTarget(directory(context), context.bean(InstantSource.class));
  }

  static DirectoryTargetSettings directory(ServiceContext context) {
    return context.bean(DirectorySettings.class).over(GroupSettings.in(context.beans()));
  }
}
