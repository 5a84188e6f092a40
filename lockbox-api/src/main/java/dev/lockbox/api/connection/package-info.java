/**
 * How a request arrives: read to the letter of RFC 9112, within a time, on one of so many
 * connections. What could be read in two ways is not read at all. Imports problem and nothing else
 * of ours. Start at {@link dev.lockbox.api.connection.Connections}.
 */
@NullMarked
package dev.lockbox.api.connection;

import org.jspecify.annotations.NullMarked;
