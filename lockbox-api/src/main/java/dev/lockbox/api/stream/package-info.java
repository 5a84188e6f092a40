/**
 * What happens, as it happens: server-sent events of one customer's history, for its own people,
 * the pages they look at, and gateways. A reader's place is the customer's sequence, and what it
 * has not read yet is read from the view, so nothing is kept for a slow one. Imports view, lease,
 * security, signin, problem, domain and Reactor. Start at {@link dev.lockbox.api.stream.Streams}.
 */
@NullMarked
package dev.lockbox.api.stream;

import org.jspecify.annotations.NullMarked;
