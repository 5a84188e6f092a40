package dev.lockbox.api.stream;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stream is alive, and nothing has happened that was not told.
 *
 * @param sequence up to here everything was told that is told to this reader
 * @param goodUntil whatever was not said to be over may be relied on until then; null where nothing
 *     shows that decisions are made, and to readers who open nothing
 */
@Introspected
@Schema(name = "StreamAlive")
record AliveJson(long sequence, @Nullable Instant goodUntil) {}
