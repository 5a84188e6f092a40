/** What travels on the topics, in the domain's words. Imports domain only. */
@NullMarked
package dev.lockbox.events.message;

import org.jspecify.annotations.NullMarked;
