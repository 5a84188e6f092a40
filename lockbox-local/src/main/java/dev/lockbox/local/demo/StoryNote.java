package dev.lockbox.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.broker.KeptProperties;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * What a data directory remembers of its story: the seed of its ids, kept before the first word, so
 * that a story broken off goes on with the same requests; and whether it was told to its end.
 */
record StoryNote(String seed, boolean told) {
  private static final String SEED = "seed";
  private static final String TOLD = "told";

  /** The note in {@code file}; on first use a new one, kept at once. */
  static StoryNote keptIn(Path file) {
    var kept = new KeptProperties(file);
    return kept.read()
        .map(
            found ->
                new StoryNote(
                    kept.required(found, SEED), Boolean.parseBoolean(kept.required(found, TOLD))))
        .orElseGet(() -> new StoryNote(UUID.randomUUID().toString(), false).writtenTo(file));
  }

  StoryNote ended() {
    return new StoryNote(seed, true);
  }

  StoryNote writtenTo(Path file) {
    new KeptProperties(file).write(Map.of(SEED, seed, TOLD, Boolean.toString(told)));
    return this;
  }

  /** The same for the same name in this story, and in no other. */
  String id(String name) {
    return UUID.nameUUIDFromBytes((seed + "/" + name).getBytes(UTF_8)).toString();
  }
}
