/** Topics read from their beginning to their end. Imports events and kafka-clients. */
@NullMarked
package dev.lockbox.local.log;

import org.jspecify.annotations.NullMarked;
