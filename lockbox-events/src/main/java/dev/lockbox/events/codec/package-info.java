/**
 * Schema to domain and back. The only importer of generated classes; imports message, topic,
 * domain, Avro and the registry client. Start at {@link dev.lockbox.events.codec.Formats}.
 */
@NullMarked
package dev.lockbox.events.codec;

import org.jspecify.annotations.NullMarked;
