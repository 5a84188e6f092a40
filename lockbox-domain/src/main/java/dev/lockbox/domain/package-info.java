/**
 * The rules of the lockbox: the life of an access request. Imports java.base only; knows nothing of
 * Kafka, Avro, HTTP or JSON. Start at {@link dev.lockbox.domain.Decider}.
 */
@NullMarked
package dev.lockbox.domain;

import org.jspecify.annotations.NullMarked;
