/** The topics as they are, against the topics as they must be. Imports topic and kafka-clients. */
@NullMarked
package dev.lockbox.events.admin;

import org.jspecify.annotations.NullMarked;
